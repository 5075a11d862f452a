package dev.vidwiz.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.fetch.Fetched;
import dev.vidwiz.domain.json.JsonText;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** What tests need that fetch from a {@link FakeYouTube}. */
abstract class YouTubeTest {

  final FakeYouTube youTube = new FakeYouTube();
  private final YouTubeVideoSource source = source(Duration.ofSeconds(20), "en", "hi");

  final YouTubeVideoSource source() {
    return source;
  }

  final YouTubeVideoSource source(Duration readTimeout, String... languages) {
    return new YouTubeVideoSource(
        new YouTubeSettings(
            youTube.url(), List.of(languages), Duration.ofSeconds(20), readTimeout));
  }

  final void watchPage(PageBuilder page) {
    youTube.answers(FakeYouTube.WATCH, page.html());
  }

  final Fetched<JsonText> fetchTranscript() throws InterruptedException {
    return source.fetchTranscript(PageBuilder.VIDEO);
  }

  static <T> T found(Fetched<T> fetched) {
    assertThat(fetched).isInstanceOf(Fetched.Found.class);
    return ((Fetched.Found<T>) fetched).value();
  }

  static void assertNotNow(Fetched<?> fetched, Duration retryAfter) {
    assertThat(fetched)
        .isInstanceOfSatisfying(
            Fetched.NotNow.class, notNow -> assertThat(notNow.retryAfter()).isEqualTo(retryAfter));
  }

  static void assertNotYet(Fetched<?> fetched, Duration retryAfter) {
    assertThat(fetched)
        .isInstanceOfSatisfying(
            Fetched.NotYet.class, notYet -> assertThat(notYet.retryAfter()).isEqualTo(retryAfter));
  }

  static void assertGone(Fetched<?> fetched, String sentence) {
    assertThat(fetched).isEqualTo(new Fetched.Gone<>(sentence));
  }

  static void assertBroken(Fetched<?> fetched) {
    assertThat(fetched).isInstanceOf(Fetched.Broken.class);
  }

  @AfterEach
  void close() throws IOException {
    source.close();
    youTube.close();
  }
}

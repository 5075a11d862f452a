package dev.vidwiz.youtube;

import static dev.vidwiz.youtube.FakeYouTube.WATCH;
import static dev.vidwiz.youtube.FakeYouTube.player;
import static dev.vidwiz.youtube.PageBuilder.playable;
import static dev.vidwiz.youtube.PageBuilder.unplayable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.fetch.Fetched;
import dev.vidwiz.youtube.AppVersion.Client;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** When a result is permanent: one client is not enough. */
class AgreementTest extends YouTubeTest {

  static Stream<Arguments> permanent() {
    return Stream.of(
        Arguments.of(unplayable("LOGIN_REQUIRED", "This is a private video"), "private"),
        Arguments.of(playable(), NO_CAPTIONS));
  }

  @ParameterizedTest
  @MethodSource("permanent")
  void a_result_is_permanent_when_two_clients_agree(PageBuilder answer, String words)
      throws Exception {
    apps(answer);

    assertGone(words);
    assertThat(requested()).containsExactly("VISIONOS", "ANDROID");
  }

  @ParameterizedTest
  @MethodSource("permanent")
  void a_result_is_permanent_when_one_of_three_clients_fails(PageBuilder answer, String words)
      throws Exception {
    apps(answer);
    app(Client.VISIONOS, "{}");

    assertGone(words);
  }

  @ParameterizedTest
  @MethodSource("permanent")
  void a_client_and_the_page_are_not_enough(PageBuilder answer, String words) throws Exception {
    app(Client.IOS, answer.json());
    watchPage(answer);

    assertThat(fetchTranscript())
        .isInstanceOfSatisfying(
            Fetched.Withheld.class, withheld -> assertThat(withheld.reason()).contains(words));
    assertThat(requested()).endsWith("watch");
  }

  @ParameterizedTest
  @MethodSource("permanent")
  void no_result_is_permanent_when_a_client_is_blocked(PageBuilder answer, String words)
      throws Exception {
    apps(answer);
    youTube.answers(player("VISIONOS"), 429, "");

    assertWithheld(fetchTranscript());
    assertThat(requested()).containsExactly("VISIONOS", "ANDROID", "IOS");
  }

  @Test
  void clients_with_different_reasons_do_not_agree() throws Exception {
    app(Client.VISIONOS, playable().json());
    app(Client.ANDROID, unplayable("ERROR", "Video unavailable").json());

    assertWithheld(fetchTranscript());
  }

  @Test
  void users_get_the_most_exact_sentence() throws Exception {
    app(Client.VISIONOS, unplayable("ERROR", "This video is not available").json());
    app(Client.ANDROID, unplayable("ERROR", "This video is private").json());

    assertGone("This video is private.");
  }

  /** Most servers are refused the page of any video. */
  @Test
  void a_blocked_page_does_not_prevent_an_agreement() throws Exception {
    youTube.answers(WATCH, 429, "");
    apps(unplayable("ERROR", "This video is private"));

    assertGone(fetchMetadata(), "This video is private.");
    assertThat(requested()).containsExactly("watch", "WEB", "VISIONOS", "ANDROID");
  }

  private void assertGone(String words) throws InterruptedException {
    assertThat(fetchTranscript())
        .isInstanceOfSatisfying(
            Fetched.Gone.class, gone -> assertThat(gone.sentence()).contains(words));
  }
}

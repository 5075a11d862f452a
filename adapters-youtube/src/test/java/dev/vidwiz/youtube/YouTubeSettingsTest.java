package dev.vidwiz.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YouTubeSettingsTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void by_default_ask_youtube_for_english_then_hindi() {
    YouTubeSettings settings = YouTubeSettings.defaults();
    assertThat(settings.baseUrl()).hasToString("https://www.youtube.com");
    assertThat(settings.languages()).containsExactly("en", "hi");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8080", "https://youtube.example/"})
  void take_another_server(String url) {
    assertThat(new YouTubeSettings(URI.create(url), List.of(), SECOND, SECOND).baseUrl())
        .hasToString(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://a",
        "youtube.com",
        "/watch",
        "http:///watch",
        "http://a/b",
        "http://a?b",
        "http://b@a",
        "http://a#b"
      })
  void refuse_what_is_no_server(String url) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new YouTubeSettings(URI.create(url), List.of(), SECOND, SECOND));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " en", "en_US", "en\r\nX: y", "e*"})
  void refuse_what_is_no_language(String language) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new YouTubeSettings(YouTubeSettings.YOUTUBE, List.of(language), SECOND, SECOND));
  }

  @Test
  void refuse_to_wait_for_no_time() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new YouTubeSettings(YouTubeSettings.YOUTUBE, List.of(), Duration.ZERO, SECOND));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new YouTubeSettings(YouTubeSettings.YOUTUBE, List.of(), SECOND, Duration.ZERO));
  }
}

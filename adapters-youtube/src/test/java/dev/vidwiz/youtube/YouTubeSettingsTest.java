package dev.vidwiz.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vidwiz.youtube.YouTubeSettings.Network;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YouTubeSettingsTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void the_defaults_are_youtube_and_english_before_hindi() {
    YouTubeSettings settings = YouTubeSettings.defaults();
    assertThat(settings.baseUrl()).hasToString("https://www.youtube.com");
    assertThat(settings.languages()).containsExactly("en", "hi");
    assertThat(settings.clients())
        .extracting(app -> app.client().code() + ":" + app.version())
        .containsExactly("visionos:1.02", "android:21.26.364", "ios:21.26.4");
    assertThat(settings.dataApi()).isNull();
    assertThat(settings.ytDlp()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:8080", "https://youtube.example/"})
  void another_server_is_accepted(String url) {
    assertThat(settings(url, List.of()).baseUrl()).hasToString(url);
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
  void an_invalid_base_url_is_rejected(String url) {
    assertThatIllegalArgumentException().isThrownBy(() -> settings(url, List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " en", "en_US", "en\r\nX: y", "e*"})
  void an_invalid_language_is_rejected(String language) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("https://www.youtube.com", List.of(language)));
  }

  @Test
  void a_timeout_of_zero_is_rejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Network(Duration.ZERO, SECOND, null, null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Network(SECOND, Duration.ZERO, null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.02", "21", "21.26.364", "0.0.0.0.1"})
  void versions_of_apps_are_accepted(String version) {
    assertThat(new AppVersion(AppVersion.Client.IOS, version).version()).isEqualTo(version);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.", "1.a", "1.2\r\nX: y", "%s.1", "1.2.3.4.5.6", "1234567.1"})
  void an_invalid_version_is_rejected(String version) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AppVersion(AppVersion.Client.IOS, version));
  }

  private static YouTubeSettings settings(String url, List<String> languages) {
    return new YouTubeSettings(URI.create(url), List.of(), languages, null, null, Network.DEFAULTS);
  }
}

package dev.vidwiz.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidwiz.llm.OpenRouterSettings.Limits;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OpenRouterSettingsTest {

  @ParameterizedTest
  @ValueSource(strings = {"https://host/api/v1", "https://host/api/v1/"})
  void the_base_url_may_end_in_a_slash(String base) throws Exception {
    assertThat(settings(base, null).address().request("chat/completions").build().uri())
        .isEqualTo(URI.create("https://host/api/v1/chat/completions"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"host/api", "ftp://host/api", "https:///api", "mailto:a@b.example"})
  void the_base_url_must_be_an_http_url(String base) {
    assertThatThrownBy(() -> settings(base, null)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_key_with_invalid_characters_is_rejected_without_quoting_it() {
    assertThatThrownBy(() -> settings("https://host", "sk-secret\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("sk-secret");
  }

  @Test
  void the_key_is_not_shown() {
    assertThat(settings("https://host", "sk-secret").toString()).doesNotContain("sk-secret");
  }

  @Test
  void timeouts_are_positive() {
    Duration second = Duration.ofSeconds(1);

    assertThatThrownBy(() -> new Limits(second, second, Duration.ZERO, second, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_usual_timeouts() {
    assertThat(Limits.DEFAULTS)
        .isEqualTo(
            new Limits(
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(90),
                Duration.ofSeconds(300),
                65_536));
  }

  private static OpenRouterSettings settings(String base, @Nullable String key) {
    return new OpenRouterSettings(URI.create(base), key, "a/model", null, null, Limits.DEFAULTS);
  }
}

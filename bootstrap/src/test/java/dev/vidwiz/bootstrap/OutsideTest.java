package dev.vidwiz.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.chat.ChatModel;
import dev.vidwiz.bootstrap.settings.Settings;
import dev.vidwiz.bootstrap.settings.Source;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://openrouter.ai/api/v1",
        "https://openrouter.ai/api/v1/",
        "https://OpenRouter.ai/api/v1"
      })
  void openrouter_is_of_no_use_without_a_key(String url) {
    assertThat(model(Map.of("OPENROUTER_BASE_URL", url))).isNull();
    assertThat(model(Map.of("OPENROUTER_BASE_URL", url, "OPENROUTER_API_KEY", "key"))).isNotNull();
  }

  @Test
  void other_servers_need_no_key() {
    assertThat(model(Map.of("OPENROUTER_BASE_URL", "http://localhost:11434/v1"))).isNotNull();
  }

  @Test
  void googles_key_is_enough_for_googles_server() {
    assertThat(model(Map.of())).isNull();
    assertThat(model(Map.of("GEMINI_API_KEY", "key"))).isNotNull();
    assertThat(
            model(
                Map.of(
                    "GEMINI_API_KEY", "key",
                    "OPENROUTER_BASE_URL", "https://openrouter.ai/api/v1")))
        .isNull();
  }

  private static ChatModel model(Map<String, String> values) {
    Settings settings = Settings.read(List.of(new Source("test", values, List.of())));
    return new Outside(settings).chatModel(InstantSource.system());
  }
}

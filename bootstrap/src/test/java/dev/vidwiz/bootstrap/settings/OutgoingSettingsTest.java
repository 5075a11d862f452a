package dev.vidwiz.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidwiz.bootstrap.settings.Settings.Shown;
import dev.vidwiz.youtube.AppVersion;
import dev.vidwiz.youtube.AppVersion.Client;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of outgoing requests: secrets in headers, models, YouTube and proxies. */
class OutgoingSettingsTest extends SettingsReading {

  @Test
  void keep_blanks_around_the_secret_key() {
    Settings settings = settings(Map.of("SECRET_KEY", " key \n", "ADMIN_TOKEN", LONG_SECRET));
    assertThat(settings.get(SettingTable.SECRET_KEY)).isEqualTo(" key \n");
    assertThat(settings.warnings()).singleElement().asString().contains("has 3 bytes only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ADMIN_TOKEN", "OPENROUTER_API_KEY", "AWS_SESSION_TOKEN"})
  void trim_other_secrets(String name) {
    Map<String, String> aws = Map.of("AWS_ACCESS_KEY_ID", "a", "AWS_SECRET_ACCESS_KEY", "b");
    for (String given : List.of("key\n", "\r\n key", "\tkey \u3000")) {
      Map<String, String> values = new HashMap<>(aws);
      values.put(name, given);
      Setting<?> setting =
          SettingTable.ROWS.stream()
              .filter(row -> row.name().equals(name))
              .findFirst()
              .orElseThrow();
      assertThat((Object) settings(values).get(setting)).isEqualTo("key");
    }
  }

  @Test
  void refuse_values_that_cannot_be_sent_in_a_header() {
    Map<String, String> values =
        Map.of(
            "OPENROUTER_API_KEY", "hush\nhush",
            "GEMINI_API_KEY", "h\u00fcsh",
            "ADMIN_TOKEN", "hush\u200bhush",
            "OPENROUTER_TITLE", "V\u00eddWiz",
            "FRONTEND_CSP", "default-src\n'self'");
    assertThatThrownBy(() -> settings(values))
        .hasMessageStartingWith("5 settings are invalid:")
        .hasMessageContainingAll(values.keySet().toArray(String[]::new))
        .message()
        .doesNotContain("hush", "h\u00fcsh");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://x.openai.azure.com/openai/deployments/gpt?api-version=2024-06-01",
        "http://my_ollama:11434/v1",
        "HTTP://localhost/v1/chat/completions",
        "http://ann:hush@llm.example/v1"
      })
  void accept_many_forms_of_model_urls(String url) {
    assertThat(settings(Map.of("OPENROUTER_BASE_URL", url)).get(SettingTable.OPENROUTER_BASE_URL))
        .hasToString(url);
  }

  @Test
  void refuse_a_key_together_with_a_user() {
    assertThatThrownBy(
            () ->
                settings(
                    Map.of(
                        "OPENROUTER_BASE_URL",
                        "http://ann:hush@llm.example/v1",
                        "OPENROUTER_API_KEY",
                        "key")))
        .hasMessageContaining("OPENROUTER_BASE_URL must not contain a user")
        .message()
        .doesNotContain("hush");
  }

  @Test
  void list_the_clients_of_youtube_in_order() {
    assertThat(settings(Map.of()).get(SettingTable.YOUTUBE_CLIENTS))
        .containsExactly(
            new AppVersion(Client.VISIONOS, "1.02"),
            new AppVersion(Client.ANDROID, "21.26.364"),
            new AppVersion(Client.IOS, "21.26.4"));
    assertThat(
            settings(Map.of("YOUTUBE_CLIENTS", "ios:22.1 , visionos:2"))
                .get(SettingTable.YOUTUBE_CLIENTS))
        .containsExactly(new AppVersion(Client.IOS, "22.1"), new AppVersion(Client.VISIONOS, "2"));
  }

  @Test
  void can_replace_all_of_youtube_by_one_server() {
    assertThat(settings(Map.of()).get(SettingTable.YOUTUBE_API_BASE_URL).getHost())
        .isEqualTo("www.googleapis.com");
    Map<String, String> pages = Map.of("YOUTUBE_BASE_URL", "http://127.0.0.1:8080");
    assertThat(settings(pages).get(SettingTable.YOUTUBE_API_BASE_URL).getPort()).isEqualTo(8080);
    Map<String, String> both = new HashMap<>(pages);
    both.put("YOUTUBE_API_BASE_URL", "http://127.0.0.1:9090");
    assertThat(settings(both).get(SettingTable.YOUTUBE_API_BASE_URL).getPort()).isEqualTo(9090);
  }

  @Test
  void prefer_the_lower_case_names_of_proxies() {
    Settings settings =
        settings(
            Map.of(
                "HTTP_PROXY", "http://upper.example",
                "http_proxy", "http://lower.example",
                "HTTPS_PROXY", "http://upper.example"));
    assertThat(settings.get(SettingTable.HTTP_PROXY).host()).isEqualTo("lower.example");
    assertThat(settings.get(SettingTable.HTTPS_PROXY).host()).isEqualTo("upper.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://ann:hush@proxy.example:port",
        "http://ann:hu/hush@proxy.example",
        "http://ann:hush",
        "hush://ann:hush@proxy.example",
        "socks5://ann:hush@proxy.example",
        "http://ann:%hush@proxy.example",
      })
  void never_repeat_a_proxy_that_may_contain_a_password(String wrong) {
    assertThatThrownBy(() -> settings(Map.of("YOUTUBE_PROXY", wrong)))
        .hasMessageContaining("YOUTUBE_PROXY must")
        .hasMessageNotContaining("hush");
  }

  @Test
  void show_a_proxy_without_credentials() {
    Settings settings = settings(Map.of("YOUTUBE_PROXY", "https://ann:h@sh@proxy.example:3128"));
    assertThat(settings.shown())
        .contains(new Shown("YOUTUBE_PROXY", "https://********@proxy.example:3128", "test"));
    assertThat(settings.get(SettingTable.YOUTUBE_PROXY).toString())
        .isEqualTo("https://proxy.example:3128");
  }
}

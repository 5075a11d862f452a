package dev.vidwiz.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidwiz.bootstrap.settings.Settings.Shown;
import dev.vidwiz.youtube.AppVersion;
import dev.vidwiz.youtube.AppVersion.Client;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static final String LONG_SECRET = "0123456789abcdef0123456789abcdef";

  @Test
  void needs_none_to_be_given() {
    Settings settings = settings(Map.of());
    assertThat(settings.get(SettingTable.ENVIRONMENT)).isEqualTo(Environment.LOCAL);
    assertThat(settings.get(SettingTable.HOST)).isEqualTo("127.0.0.1");
    assertThat(settings.get(SettingTable.PORT)).isEqualTo(5000);
    assertThat(settings.get(SettingTable.DB_URL))
        .isEqualTo(new DatabaseUrl.Sqlite(Path.of("./data/vidwiz.db")));
    assertThat(settings.get(SettingTable.LOG_FORMAT)).isEqualTo(LogFormat.TEXT);
    assertThat(settings.find(SettingTable.SECRET_KEY)).isEmpty();
  }

  @Test
  void have_defaults_that_follow_from_others() {
    Settings settings =
        settings(
            Map.of(
                "ENVIRONMENT",
                "production",
                "DATA_DIR",
                "/var/vidwiz",
                "SECRET_KEY",
                LONG_SECRET,
                "ADMIN_TOKEN",
                LONG_SECRET));
    assertThat(settings.get(SettingTable.HOST)).isEqualTo("0.0.0.0");
    assertThat(settings.get(SettingTable.LOG_FORMAT)).isEqualTo(LogFormat.JSON);
    assertThat(settings.get(SettingTable.DB_URL))
        .isEqualTo(new DatabaseUrl.Sqlite(Path.of("/var/vidwiz/vidwiz.db")));
  }

  @Test
  void take_googles_server_for_a_gemini_key_alone() {
    assertThat(baseUrl(Map.of())).isEqualTo("openrouter.ai");
    assertThat(baseUrl(Map.of("GEMINI_API_KEY", "g")))
        .isEqualTo("generativelanguage.googleapis.com");
    assertThat(baseUrl(Map.of("GEMINI_API_KEY", "g", "OPENROUTER_API_KEY", "o")))
        .isEqualTo("openrouter.ai");
  }

  @Test
  void come_from_the_first_source_that_has_a_value() {
    Settings settings =
        Settings.read(
            List.of(
                source("environment", Map.of("PORT", "6000", "HOST", " ")),
                source(".env", Map.of("PORT", "7000", "HOST", " ::1 "))));
    assertThat(settings.get(SettingTable.PORT)).isEqualTo(6000);
    assertThat(settings.get(SettingTable.HOST)).isEqualTo("::1");
  }

  @Test
  void know_older_names() {
    assertThat(
            settings(Map.of("VIDWIZ_INTERNAL_API_ADMIN_TOKEN", "old"))
                .get(SettingTable.ADMIN_TOKEN))
        .isEqualTo("old");
    assertThat(
            settings(Map.of("VIDWIZ_INTERNAL_API_ADMIN_TOKEN", "old", "ADMIN_TOKEN", "new"))
                .get(SettingTable.ADMIN_TOKEN))
        .isEqualTo("new");
  }

  @Test
  void keep_every_blank_of_the_secret_that_signed_tokens() {
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
  void refuse_by_name_what_no_header_can_carry() {
    Map<String, String> values =
        Map.of(
            "OPENROUTER_API_KEY", "hush\nhush",
            "GEMINI_API_KEY", "h\u00fcsh",
            "ADMIN_TOKEN", "hush\u200bhush",
            "OPENROUTER_TITLE", "V\u00eddWiz",
            "FRONTEND_CSP", "default-src\n'self'");
    assertThatThrownBy(() -> settings(values))
        .hasMessageStartingWith("5 settings are wrong:")
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
  void know_addresses_of_models_of_many_shapes(String url) {
    assertThat(settings(Map.of("OPENROUTER_BASE_URL", url)).get(SettingTable.OPENROUTER_BASE_URL))
        .hasToString(url);
  }

  @Test
  void refuse_a_key_beside_a_user() {
    assertThatThrownBy(
            () ->
                settings(
                    Map.of(
                        "OPENROUTER_BASE_URL",
                        "http://ann:hush@llm.example/v1",
                        "OPENROUTER_API_KEY",
                        "key")))
        .hasMessageContaining("OPENROUTER_BASE_URL must name no user")
        .message()
        .doesNotContain("hush");
  }

  @Test
  void tell_all_problems_at_once() {
    Map<String, String> values =
        Map.of(
            "ENVIRONMENT", "prod", "PORT", "http", "DB_URL", "mysql://a:hush@b/c", "LOG_LEVEL", "");
    Problem unreadable = new Problem(".env, line 2,", "is not KEY=VALUE", "PORT=5000");
    assertThatThrownBy(
            () -> Settings.read(List.of(new Source(".env", values, List.of(unreadable)))))
        .isInstanceOf(BadSettings.class)
        .hasMessage(
            """
            4 settings are wrong:
              .env, line 2, is not KEY=VALUE. Example: PORT=5000
              ENVIRONMENT must be one of local, staging, production, not "prod". Example: \
            ENVIRONMENT=production
              PORT must be a whole number from 0 to 65535, not "http". Example: PORT=5000
              DB_URL must be the address of a SQLite or PostgreSQL database. Example: \
            DB_URL=postgresql://vidwiz:password@localhost:5432/vidwiz\
            """);
  }

  @Test
  void need_secrets_in_production() {
    assertThatThrownBy(() -> settings(Map.of("ENVIRONMENT", "production")))
        .hasMessageContaining("SECRET_KEY must be set in production. Example: SECRET_KEY=")
        .hasMessageContaining("ADMIN_TOKEN must be set in production. Example: ADMIN_TOKEN=");
  }

  @Test
  void warn_of_short_secrets() {
    assertThat(settings(Map.of("SECRET_KEY", "hush", "ADMIN_TOKEN", LONG_SECRET)).warnings())
        .containsExactly("SECRET_KEY has 4 bytes only and can be guessed: use 32 or more");
  }

  @Test
  void warn_of_secrets_that_nobody_will_make() {
    assertThat(settings(Map.of()).warnings()).isEmpty();
    assertThat(settings(Map.of("ENVIRONMENT", "staging", "ADMIN_TOKEN", LONG_SECRET)).warnings())
        .containsExactly("SECRET_KEY is not set: calls that need it are answered with an error");
  }

  @ParameterizedTest
  @CsvSource({
    "RATE_LIMIT_STORE, database",
    "AWS_ACCESS_KEY_ID, key",
    "AWS_SECRET_ACCESS_KEY, secret",
    "AWS_SESSION_TOKEN, token",
    "PORT, 65536",
    "HOST, http://here",
    "DB_POOL_SIZE, 0",
    "JWT_EXPIRY_HOURS, 0",
    "GOOGLE_JWKS_URL, certs",
    "AI_NOTES_DEFAULT, maybe",
    "LLM_IDLE_TIMEOUT, 1.5",
    "RATE_LIMIT_AUTH, 10",
    "RATE_LIMIT_AUTH, 0/minute",
    "RATE_LIMIT_AUTH, 10/week",
    "TRUSTED_PROXIES, proxy.example",
    "TRUSTED_PROXIES, 10.0.0.0/33",
    "CORS_ALLOWED_ORIGINS, vidwiz.example",
    "CORS_ALLOWED_ORIGINS, https://vidwiz.example/",
    "FRONTEND_DIST, /no/such/folder",
    "OPENROUTER_BASE_URL, https://llm.example/v1#chat",
    "OPENROUTER_BASE_URL, https://my_llm/v1",
    "OPENROUTER_BASE_URL, localhost:11434/v1",
    "OPENROUTER_BASE_URL, http://my llm/v1",
    "WIZ_MAX_ANSWER_CHARS, 0",
    "WORKERS, all",
    "LOG_FORMAT, xml",
    "YOUTUBE_CLIENTS, 'web:2.0'",
    "YOUTUBE_CLIENTS, 'ios'",
    "YOUTUBE_CLIENTS, 'ios:'",
    "YOUTUBE_CLIENTS, 'ios:21.x'",
    "YOUTUBE_CLIENTS, 'ios:1:2'",
    "YOUTUBE_CLIENTS, 'ios:21,android:21,ios:22'",
    "YOUTUBE_API_BASE_URL, www.googleapis.com",
    "YOUTUBE_PROXY, ftp://proxy.example",
    "YTDLP_PATH, /no/such/yt-dlp",
    "YTDLP_PATH, /etc",
    "YTDLP_COOKIES, /no/such/cookies",
    "YTDLP_COOKIES, /etc",
    "FETCH_CONCURRENCY, 0",
    "FETCH_CONCURRENCY, 65",
    "FETCH_PER_HOUR, 0",
    "HTTP_PROXY, 'http://'",
    "https_proxy, socks5h://proxy.example:1080",
    "NO_PROXY, 10.0.0.0/33",
  })
  void refuse_what_cannot_be_meant(String name, String value) {
    assertThatThrownBy(() -> settings(Map.of(name, value)))
        .isInstanceOf(BadSettings.class)
        .hasMessageStartingWith("A setting is wrong:")
        .hasMessageContaining("Example: ");
  }

  @Test
  void have_values_of_their_types() {
    Settings settings =
        settings(
            Map.of(
                "AI_NOTES_DEFAULT", "Yes",
                "LLM_IDLE_TIMEOUT", "5",
                "RATE_LIMIT_AUTH", "7 / hour",
                "TRUSTED_PROXIES", "loopback, 10.0.0.0/8",
                "CORS_ALLOWED_ORIGINS", "https://a.example,chrome-extension://abc",
                "LOG_LEVEL", "warning"));
    assertThat(settings.get(SettingTable.AI_NOTES_DEFAULT)).isTrue();
    assertThat(settings.get(SettingTable.LLM_IDLE_TIMEOUT)).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.get(SettingTable.RATE_LIMIT_AUTH))
        .isEqualTo(new RateLimit(7, Duration.ofHours(1)));
    assertThat(settings.get(SettingTable.TRUSTED_PROXIES))
        .extracting(network -> network.address().getHostAddress() + "/" + network.prefixLength())
        .containsExactly("127.0.0.0/8", "0:0:0:0:0:0:0:1/128", "10.0.0.0/8");
    assertThat(settings.get(SettingTable.CORS_ALLOWED_ORIGINS))
        .containsExactly("https://a.example", "chrome-extension://abc");
    assertThat(settings.get(SettingTable.LOG_LEVEL)).isEqualTo(LogLevel.WARNING);
  }

  @Test
  void name_the_apps_of_youtube_in_the_order_in_which_they_are_asked() {
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
  void have_one_server_stand_in_for_all_of_youtube() {
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

  @Test
  void may_trust_no_proxy() {
    assertThat(settings(Map.of("TRUSTED_PROXIES", "none")).get(SettingTable.TRUSTED_PROXIES))
        .isEmpty();
  }

  @Test
  void are_shown_with_their_origin_and_without_secrets() {
    Settings settings =
        settings(
            Map.of(
                "VIDWIZ_INTERNAL_API_ADMIN_TOKEN", "hush",
                "DB_URL", "postgres://ann:hush@db/wiz"));
    assertThat(settings.shown())
        .contains(
            new Shown("PORT", "5000", "default"),
            new Shown("SECRET_KEY", null, "default"),
            new Shown("ADMIN_TOKEN", "********", "test, as VIDWIZ_INTERNAL_API_ADMIN_TOKEN"),
            new Shown("DB_URL", "postgresql://ann:********@db/wiz", "test"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ADMIN_TOKEN",
        "SECRET_KEY",
        "OPENROUTER_API_KEY",
        "GEMINI_API_KEY",
        "YOUTUBE_API_KEY"
      })
  void never_show_a_secret(String name) {
    assertThat(settings(Map.of(name, "hush")).shown().toString()).doesNotContain("hush");
  }

  @Test
  void never_show_a_password_in_an_address() {
    assertThat(settings(Map.of("OPENROUTER_BASE_URL", "https://ann:hush@llm.example/v1")).shown())
        .contains(new Shown("OPENROUTER_BASE_URL", "https://********@llm.example/v1", "test"));
    assertThatThrownBy(() -> settings(Map.of("AWS_ENDPOINT_URL", "ftp://ann:hush@s3.example")))
        .hasMessageContaining("not \"ftp://********@s3.example\"");
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
  void never_repeat_a_proxy_that_may_hold_a_password(String wrong) {
    assertThatThrownBy(() -> settings(Map.of("YOUTUBE_PROXY", wrong)))
        .hasMessageContaining("YOUTUBE_PROXY must")
        .hasMessageNotContaining("hush");
  }

  @Test
  void show_a_proxy_without_who_uses_it() {
    Settings settings = settings(Map.of("YOUTUBE_PROXY", "https://ann:h@sh@proxy.example:3128"));
    assertThat(settings.shown())
        .contains(new Shown("YOUTUBE_PROXY", "https://********@proxy.example:3128", "test"));
    assertThat(settings.get(SettingTable.YOUTUBE_PROXY).toString())
        .isEqualTo("https://proxy.example:3128");
  }

  private static String baseUrl(Map<String, String> values) {
    return settings(values).get(SettingTable.OPENROUTER_BASE_URL).getHost();
  }

  private static Settings settings(Map<String, String> values) {
    return Settings.read(List.of(source("test", values)));
  }

  private static Source source(String name, Map<String, String> values) {
    return new Source(name, values, List.of());
  }
}

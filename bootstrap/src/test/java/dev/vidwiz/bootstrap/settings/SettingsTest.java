package dev.vidwiz.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidwiz.application.limit.Rate;
import dev.vidwiz.bootstrap.settings.Settings.Shown;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest extends SettingsReading {

  @Test
  void have_defaults() {
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
  void have_defaults_that_depend_on_others() {
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
  void use_googles_server_for_a_gemini_key_alone() {
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
  void accept_older_names() {
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
  void report_all_problems_together() {
    Map<String, String> values =
        Map.of(
            "ENVIRONMENT", "prod", "PORT", "http", "DB_URL", "mysql://a:hush@b/c", "LOG_LEVEL", "");
    Problem unreadable = new Problem(".env, line 2,", "is not KEY=VALUE", "PORT=5000");
    assertThatThrownBy(
            () -> Settings.read(List.of(new Source(".env", values, List.of(unreadable)))))
        .isInstanceOf(BadSettings.class)
        .hasMessage(
            """
            4 settings are invalid:
              .env, line 2, is not KEY=VALUE. Example: PORT=5000
              ENVIRONMENT must be one of local, staging, production, not "prod". Example: \
            ENVIRONMENT=production
              PORT must be a whole number from 0 to 65535, not "http". Example: PORT=5000
              DB_URL must be the address of a SQLite or PostgreSQL database. Example: \
            DB_URL=postgresql://vidwiz:password@localhost:5432/vidwiz\
            """);
  }

  @Test
  void require_no_secrets_of_programs_that_use_none() {
    Source production = source("env", Map.of("ENVIRONMENT", "production"));

    assertThat(Settings.readWithoutSecrets(List.of(production)).find(SettingTable.SECRET_KEY))
        .isEmpty();
  }

  @Test
  void require_secrets_in_production() {
    assertThatThrownBy(() -> settings(Map.of("ENVIRONMENT", "production")))
        .hasMessageContaining("SECRET_KEY must be set in production. Example: SECRET_KEY=")
        .hasMessageContaining("ADMIN_TOKEN must be set in production. Example: ADMIN_TOKEN=");
  }

  @Test
  void warn_about_short_secrets() {
    assertThat(settings(Map.of("SECRET_KEY", "hush", "ADMIN_TOKEN", LONG_SECRET)).warnings())
        .containsExactly("SECRET_KEY has 4 bytes only and can be guessed: use 32 or more");
  }

  @Test
  void warn_about_secrets_that_are_not_generated() {
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
  void refuse_invalid_values(String name, String value) {
    assertThatThrownBy(() -> settings(Map.of(name, value)))
        .isInstanceOf(BadSettings.class)
        .hasMessageStartingWith("A setting is invalid:")
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
        .isEqualTo(new Rate(7, Duration.ofHours(1)));
    assertThat(settings.get(SettingTable.TRUSTED_PROXIES))
        .extracting(network -> network.address().getHostAddress() + "/" + network.prefixLength())
        .containsExactly("127.0.0.0/8", "0:0:0:0:0:0:0:1/128", "10.0.0.0/8");
    assertThat(settings.get(SettingTable.CORS_ALLOWED_ORIGINS))
        .containsExactly("https://a.example", "chrome-extension://abc");
    assertThat(settings.get(SettingTable.LOG_LEVEL)).isEqualTo(LogLevel.WARNING);
  }

  @Test
  void can_trust_no_proxy() {
    assertThat(settings(Map.of("TRUSTED_PROXIES", "none")).get(SettingTable.TRUSTED_PROXIES))
        .isEmpty();
  }

  @Test
  void are_shown_with_their_source_and_without_secrets() {
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
}

package dev.vidwiz.bootstrap.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that are no settings and look like one. */
final class UnknownNamesTest extends SettingsReading {

  @ParameterizedTest
  @CsvSource({
    "DB_POOLSIZE, DB_POOL_SIZE",
    "db_pool_size, DB_POOL_SIZE",
    "DB_POLL_SIZE, DB_POOL_SIZE",
    "DATABASE_URL, DB_URL",
    "DB_URI, DB_URL",
    "VIDWIZ_PORT, PORT",
    "OPENROUTER_APIKEY, OPENROUTER_API_KEY",
    "OPENROUTER_MODLE, OPENROUTER_MODEL",
    "TRUSTED_PROXY, TRUSTED_PROXIES",
    "WORKER, WORKERS",
    "RATE_LIMIT_VIDEO, RATE_LIMIT_VIDEOS",
    "VIDWIZ_INTERNAL_API_ADMINTOKEN, ADMIN_TOKEN",
  })
  void are_warned_of_with_the_nearest_setting(String name, String setting) {
    assertThat(settings(Map.of(name, "hush")).warnings())
        .containsExactly(
            name + " (test) is not a setting and is ignored: is it meant to be " + setting + "?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HOME",
        "HOSTS",
        "HOSTNAME",
        "PATH",
        "POST",
        "USER",
        "ftp_proxy",
        "all_proxy",
        "AWS_PROFILE",
        "AWS_ENDPOINT_URL_SNS",
        "AWS_DEFAULT_REGION",
        "POSTGRES_PASSWORD",
        "VIDWIZ_JAVA_OPTS",
        "VIDWIZ_INTERNAL_API_ADMIN_TOKEN",
        "http_proxy",
        "LANG",
        "LOGNAME",
        "JAVA_HOME",
      })
  void of_others_are_nobodys_business(String name) {
    Map<String, String> values = Map.of(name, LONG_SECRET);
    assertThat(UnknownNames.warnings(settings(Map.of()), List.of(source("test", values))))
        .isEmpty();
  }

  @Test
  void are_not_warned_of_when_the_setting_itself_is_given() {
    assertThat(settings(Map.of("DATABASE_URL", "other", "DB_URL", "sqlite:///wiz.db")).warnings())
        .isEmpty();
  }
}

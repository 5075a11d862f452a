package dev.vidwiz.bootstrap.settings;

import static dev.vidwiz.bootstrap.settings.SettingTable.ADMIN_TOKEN;
import static dev.vidwiz.bootstrap.settings.SettingTable.DB_URL;
import static dev.vidwiz.bootstrap.settings.SettingTable.ENVIRONMENT;
import static dev.vidwiz.bootstrap.settings.SettingTable.OPENROUTER_API_KEY;
import static dev.vidwiz.bootstrap.settings.SettingTable.OPENROUTER_BASE_URL;
import static dev.vidwiz.bootstrap.settings.SettingTable.RATE_LIMIT_STORE;
import static dev.vidwiz.bootstrap.settings.SettingTable.SECRET_KEY;

import dev.vidwiz.llm.OpenRouterSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Checks rules across settings. */
final class SettingRules {

  private static final int SECRET_BYTES = 32;

  private SettingRules() {}

  /** Returns the secrets that a server needs and that are not set. */
  static List<Problem> missingSecrets(Settings settings) {
    List<Problem> problems = new ArrayList<>();
    if (settings.get(ENVIRONMENT) == Environment.PRODUCTION) {
      for (Setting<String> secret : List.of(SECRET_KEY, ADMIN_TOKEN)) {
        if (settings.find(secret).isEmpty()) {
          problems.add(secret.problem("must be set in production"));
        }
      }
    }
    return problems;
  }

  static List<Problem> check(Settings settings) {
    List<Problem> problems = new ArrayList<>(AwsRules.check(settings));
    problems.addAll(LimitRules.check(settings));
    if (settings.find(OPENROUTER_API_KEY).isPresent()
        && OpenRouterSettings.hasUser(settings.get(OPENROUTER_BASE_URL))) {
      problems.add(
          OPENROUTER_BASE_URL.problem("must not contain a user when OPENROUTER_API_KEY is set"));
    }
    if (settings.get(RATE_LIMIT_STORE) == RateLimitStore.DATABASE
        && settings.get(DB_URL) instanceof DatabaseUrl.Sqlite) {
      problems.add(RATE_LIMIT_STORE.problem("must be memory unless DB_URL is PostgreSQL"));
    }
    return problems;
  }

  /** Returns warnings about risky settings, one sentence each. */
  static List<String> warnings(Settings settings) {
    List<String> warnings = new ArrayList<>();
    for (Setting<String> secret : List.of(SECRET_KEY, ADMIN_TOKEN)) {
      if (settings.find(secret).isEmpty() && settings.get(ENVIRONMENT) != Environment.LOCAL) {
        warnings.add(secret + " is not set: calls that need it are answered with an error");
      }
      settings.find(secret).stream()
          .mapToInt(text -> text.strip().getBytes(StandardCharsets.UTF_8).length)
          .filter(bytes -> bytes < SECRET_BYTES)
          .forEach(
              bytes ->
                  warnings.add(
                      "%s has %d bytes only and can be guessed: use %d or more"
                          .formatted(secret, bytes, SECRET_BYTES)));
    }
    return warnings;
  }
}

package dev.vidwiz.bootstrap.settings;

import static dev.vidwiz.bootstrap.settings.SettingTable.LLM_CONNECT_TIMEOUT;
import static dev.vidwiz.bootstrap.settings.SettingTable.LLM_FIRST_TOKEN_TIMEOUT;
import static dev.vidwiz.bootstrap.settings.SettingTable.LLM_IDLE_TIMEOUT;
import static dev.vidwiz.bootstrap.settings.SettingTable.LLM_TOTAL_TIMEOUT;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Checks timeouts that can never apply, because another one always applies first. */
final class LimitRules {

  private LimitRules() {}

  /** A default that exceeds a given limit is no mistake. */
  static List<Problem> check(Settings settings) {
    Duration total = settings.get(LLM_TOTAL_TIMEOUT);
    return Stream.of(LLM_CONNECT_TIMEOUT, LLM_FIRST_TOKEN_TIMEOUT, LLM_IDLE_TIMEOUT)
        .filter(settings::isGiven)
        .filter(part -> settings.get(part).compareTo(total) > 0)
        .map(
            part ->
                part.problem("must be at most LLM_TOTAL_TIMEOUT, which is " + total.toSeconds()))
        .toList();
  }
}

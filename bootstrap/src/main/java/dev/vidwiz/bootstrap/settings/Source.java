package dev.vidwiz.bootstrap.settings;

import java.util.List;
import java.util.Map;

/**
 * A source of settings.
 *
 * @param name the name in messages: "environment", or a file
 * @param problems the lines that could not be parsed
 */
public record Source(String name, Map<String, String> values, List<Problem> problems) {

  /** Returns the environment of this process. */
  public static Source environment() {
    return new Source("environment", System.getenv(), List.of());
  }
}

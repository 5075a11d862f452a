package dev.vidwiz.bootstrap.settings;

import java.util.List;
import java.util.Map;

/**
 * Where settings come from.
 *
 * @param name for people: "environment", or a file
 * @param problems what could not be read
 */
public record Source(String name, Map<String, String> values, List<Problem> problems) {

  /** Returns the environment of this process. */
  public static Source environment() {
    return new Source("environment", System.getenv(), List.of());
  }
}

package dev.vidwiz.bootstrap.settings;

/**
 * A problem with a setting.
 *
 * @param name the variable, or the place in a file that cannot be parsed
 * @param wrong continues the name: "must be…"
 * @param example a valid line
 */
public record Problem(String name, String wrong, String example) {

  @Override
  public String toString() {
    return "%s %s. Example: %s".formatted(name, wrong, example);
  }
}

package dev.vidwiz.bootstrap.settings;

/**
 * What is wrong with a setting.
 *
 * @param name the variable, or the place in a file that cannot be read
 * @param wrong goes on from the name: "must be…"
 * @param example a line that would be right
 */
public record Problem(String name, String wrong, String example) {

  @Override
  public String toString() {
    return "%s %s. Example: %s".formatted(name, wrong, example);
  }
}

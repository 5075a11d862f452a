package dev.vidwiz.domain.user;

import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.input.TextRule;

/** A password chosen at registration, 7 to 1,000 characters. Never logged and never stored. */
public record NewPassword(String value) {

  private static final TextRule LENGTH = new TextRule(7, 1_000);

  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException when {@code value} is not what {@link #parse} returns
   */
  public NewPassword {
    LENGTH.check(value).orThrow();
  }

  /** Parses a password. Blanks count as characters. */
  public static Parsed<NewPassword> parse(String text) {
    return LENGTH.check(text).map(NewPassword::new);
  }

  @Override
  public String toString() {
    return "NewPassword[hidden]";
  }
}

package dev.vidwiz.domain.user;

import dev.vidwiz.domain.input.Blank;
import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.input.TextRule;
import java.util.Objects;

/** The display name of a user: 2 to 100 characters, trimmed. */
public record UserName(String value) {

  private static final TextRule LENGTH = new TextRule(2, 100);

  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException when {@code value} is not what {@link #parse} returns
   */
  public UserName {
    Objects.requireNonNull(value, "value");
    LENGTH.check(value).orThrow();
    if (!value.equals(Blank.strip(value))) {
      throw new IllegalArgumentException("a name has no blanks around it");
    }
  }

  /** Parses a name. Surrounding blanks are removed. */
  public static Parsed<UserName> parse(String text) {
    return LENGTH.check(Blank.strip(text)).map(UserName::new);
  }

  @Override
  public String toString() {
    return value;
  }
}

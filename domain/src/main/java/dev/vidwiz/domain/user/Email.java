package dev.vidwiz.domain.user;

import dev.vidwiz.domain.input.Blank;
import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.input.Refusal;
import dev.vidwiz.domain.input.TextRule;
import java.util.Locale;
import java.util.Objects;

/** An e-mail address, trimmed and in lower case. It identifies a user. */
public record Email(String value) {

  private static final TextRule LENGTH = TextRule.atMost(320);

  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException when {@code value} is no address in lower case
   */
  public Email {
    Objects.requireNonNull(value, "value");
    // Rows of earlier releases may have blanks around an address that were none then.
    if (!isValid(value) || !value.equals(value.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("not a normalized e-mail address");
    }
  }

  /** Parses an address. Surrounding blanks and letter case are ignored. */
  public static Parsed<Email> parse(String text) {
    String address = normalize(text);
    return isValid(address)
        ? Parsed.accepted(new Email(address))
        : Parsed.refused(Refusal.Reason.INVALID, "must be an e-mail address like ann@example.com");
  }

  /** Returns the part before the {@code @}. */
  public String localPart() {
    return value.substring(0, value.indexOf('@'));
  }

  private static String normalize(String text) {
    return Blank.strip(text).toLowerCase(Locale.ROOT);
  }

  private static boolean isValid(String address) {
    int at = address.indexOf('@');
    return at > 0
        && at == address.lastIndexOf('@')
        && address.indexOf('.', at) > 0
        && LENGTH.check(address) instanceof Parsed.Accepted;
  }

  @Override
  public String toString() {
    return value;
  }
}

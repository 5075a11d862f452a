package dev.vidwiz.domain.note;

import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.input.Refusal;
import dev.vidwiz.domain.input.TextRule;

/**
 * The moment of a video that a note is about, in the words of the client: some text with a colon
 * and two digits or more, such as {@code 1:23}, at most 32 characters.
 */
public record Timestamp(String value) {

  private static final TextRule LENGTH = TextRule.atMost(32);

  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException when {@code value} is not what {@link #parse} returns
   */
  public Timestamp {
    LENGTH.check(value).orThrow();
    if (!namesMoment(value)) {
      throw new IllegalArgumentException("not a timestamp");
    }
  }

  /** Reads a timestamp and keeps it as it is given. */
  public static Parsed<Timestamp> parse(String text) {
    return switch (LENGTH.check(text)) {
      case Parsed.Refused<String>(Refusal refusal) -> new Parsed.Refused<>(refusal);
      case Parsed.Accepted<String>(String value) ->
          namesMoment(value)
              ? Parsed.accepted(new Timestamp(value))
              : Parsed.refused(
                  Refusal.Reason.INVALID, "must hold a colon and two digits, like 1:23");
    };
  }

  private static boolean namesMoment(String text) {
    return text.indexOf(':') >= 0
        && text.chars().filter(c -> c >= '0' && c <= '9').limit(2).count() == 2;
  }

  @Override
  public String toString() {
    return value;
  }
}

package dev.vidwiz.domain.note;

import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.input.Refusal;
import dev.vidwiz.domain.input.TextRule;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The moment of a note as the client wrote it: a text of at most 32 characters with a colon and at
 * least two digits, such as {@code 1:23}.
 */
public record Timestamp(String value) {

  private static final TextRule LENGTH = TextRule.atMost(32);
  private static final Pattern PARTS = Pattern.compile("(\\d{0,6}):(\\d{0,6})(?::(\\d{0,6}))?");

  /**
   * Checks the shape.
   *
   * @throws IllegalArgumentException when {@code value} is not what {@link #parse} returns
   */
  public Timestamp {
    Objects.requireNonNull(value, "value");
    LENGTH.check(value).orThrow();
    if (!namesMoment(value)) {
      throw new IllegalArgumentException("not a timestamp");
    }
  }

  /** Parses a timestamp and keeps its text unchanged. */
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

  /** Returns the moment in seconds from the start of the video. A missing part counts as 0. */
  public long seconds() {
    Matcher parts = PARTS.matcher(value);
    if (!parts.find()) {
      return 0;
    }
    long seconds = number(parts.group(1)) * 60 + number(parts.group(2));
    return parts.group(3) == null ? seconds : seconds * 60 + number(parts.group(3));
  }

  private static long number(String digits) {
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
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

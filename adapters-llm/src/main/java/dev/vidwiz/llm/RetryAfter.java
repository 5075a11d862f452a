package dev.vidwiz.llm;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header {@code Retry-After}: seconds or a date.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, 10.2.3</a>
 */
final class RetryAfter {

  /** What is longer counts as this. */
  static final Duration LONGEST = Duration.ofDays(1);

  private RetryAfter() {}

  /**
   * Returns how long to wait, from zero to {@link #LONGEST}; null when the value makes no sense.
   */
  static @Nullable Duration parse(String value, Instant now) {
    String trimmed = value.strip();
    Duration wait = trimmed.matches("\\d+") ? seconds(trimmed) : until(trimmed, now);
    if (wait == null || wait.compareTo(LONGEST) > 0) {
      return wait == null ? null : LONGEST;
    }
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  private static Duration seconds(String digits) {
    try {
      return Duration.ofSeconds(Long.parseLong(digits));
    } catch (NumberFormatException e) {
      return LONGEST;
    }
  }

  private static @Nullable Duration until(String date, Instant now) {
    try {
      return Duration.between(
          now, ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return null;
    }
  }
}

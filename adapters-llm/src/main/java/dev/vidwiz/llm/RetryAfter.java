package dev.vidwiz.llm;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Parses the header {@code Retry-After}: seconds or a date.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, 10.2.3</a>
 */
final class RetryAfter {

  private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

  /** Longer times count as this. */
  static final Duration MAX = Duration.ofDays(1);

  private RetryAfter() {}

  /** Returns how long to wait, from zero to {@link #MAX}; null when the value is malformed. */
  static @Nullable Duration parse(String value, Instant now) {
    String text = value.strip();
    try {
      Duration wait =
          text.matches("\\d+")
              ? Duration.ofSeconds(Long.parseLong(text.length() > 9 ? "999999999" : text))
              : Duration.between(now, ZonedDateTime.parse(text, DATE).toInstant());
      return wait.isNegative() ? Duration.ZERO : wait.compareTo(MAX) > 0 ? MAX : wait;
    } catch (DateTimeException e) {
      return null;
    }
  }
}

package dev.vidwiz.persistence.sqlite;

import static java.time.temporal.ChronoField.HOUR_OF_DAY;
import static java.time.temporal.ChronoField.MICRO_OF_SECOND;
import static java.time.temporal.ChronoField.MINUTE_OF_HOUR;
import static java.time.temporal.ChronoField.NANO_OF_SECOND;
import static java.time.temporal.ChronoField.SECOND_OF_MINUTE;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/**
 * Times as text in SQLite: {@code YYYY-MM-DD HH:MM:SS.ffffff} in UTC. It sorts by time, and
 * SQLite's date functions accept it.
 *
 * @see <a href="https://sqlite.org/lang_datefunc.html#time_values">Time values</a>
 */
final class SqliteTime {

  private static final DateTimeFormatter WRITTEN =
      upToSeconds().appendLiteral('.').appendValue(MICRO_OF_SECOND, 6).toFormatter(Locale.ROOT);
  private static final DateTimeFormatter READ =
      upToSeconds()
          .optionalStart()
          .appendFraction(NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);

  private static final int WRITTEN_LENGTH = "2026-12-31 23:59:59.999999".length();

  private SqliteTime() {}

  /** Truncates to microseconds. */
  static String format(Instant time) {
    return WRITTEN.format(time.atOffset(ZoneOffset.UTC));
  }

  /** Parses a time with or without a fraction. */
  static Instant parse(String text) {
    LocalDateTime time =
        text.length() == WRITTEN_LENGTH ? written(text) : LocalDateTime.parse(text, READ);
    return time.toInstant(ZoneOffset.UTC);
  }

  /** Parses the output of {@link #format}, much faster than the formatter. */
  private static LocalDateTime written(String text) {
    return LocalDateTime.of(
        number(text, 0, 4),
        number(text, 5, 7),
        number(text, 8, 10),
        number(text, 11, 13),
        number(text, 14, 16),
        number(text, 17, 19),
        number(text, 20, 26) * 1_000);
  }

  private static int number(String text, int begin, int end) {
    return Integer.parseInt(text, begin, end, 10);
  }

  private static DateTimeFormatterBuilder upToSeconds() {
    return new DateTimeFormatterBuilder()
        .append(DateTimeFormatter.ISO_LOCAL_DATE)
        .appendLiteral(' ')
        .appendValue(HOUR_OF_DAY, 2)
        .appendLiteral(':')
        .appendValue(MINUTE_OF_HOUR, 2)
        .appendLiteral(':')
        .appendValue(SECOND_OF_MINUTE, 2);
  }
}

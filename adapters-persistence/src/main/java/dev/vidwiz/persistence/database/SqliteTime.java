package dev.vidwiz.persistence.database;

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
 * Times as SQLite keeps them here: {@code YYYY-MM-DD HH:MM:SS.ffffff} in UTC, which sorts by time
 * and which SQLite's own date functions read.
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

  private SqliteTime() {}

  /** Cuts what is finer than a microsecond. */
  static String format(Instant time) {
    return WRITTEN.format(time.atOffset(ZoneOffset.UTC));
  }

  /** Reads a time with or without a fraction. */
  static Instant parse(String text) {
    return LocalDateTime.parse(text, READ).toInstant(ZoneOffset.UTC);
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

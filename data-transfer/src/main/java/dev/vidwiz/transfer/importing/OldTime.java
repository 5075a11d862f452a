package dev.vidwiz.transfer.importing;

import dev.vidwiz.domain.input.Blank;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Parses times as SQLite, PostgreSQL and Python write them; without a zone they are UTC. */
final class OldTime {

  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("[ ]['T']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffset("+HH:mm:ss", "Z")
          .optionalEnd()
          .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
          .toFormatter(Locale.ROOT);

  private OldTime() {}

  /** Parses a time and truncates it to microseconds; empty if it is not one. */
  static Optional<Instant> parse(String text) {
    try {
      Instant time = FORMAT.parse(Blank.strip(text), Instant::from);
      return Optional.of(time.truncatedTo(ChronoUnit.MICROS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

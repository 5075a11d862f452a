package dev.vidwiz.application.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A daily limit of the caller is reached. Thrown in the transaction of what would pass it, so that
 * nothing of that is kept. The message is for the caller.
 */
public final class DailyLimitException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Duration resetIn;

  /** The limit is so many of what the plural names, and a new day begins at midnight UTC. */
  public DailyLimitException(int limit, String plural, Instant now) {
    super("Daily limit reached (%d %s/day)".formatted(limit, plural), null, false, false);
    LocalDate tomorrow = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
    this.resetIn = Duration.between(now, tomorrow.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** Returns how long until the next day begins. */
  public Duration resetIn() {
    return resetIn;
  }
}

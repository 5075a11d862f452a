package dev.vidwiz.application.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The caller has reached a daily limit. An open transaction is rolled back. The message is for the
 * caller.
 */
public final class DailyLimitException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Duration resetIn;

  /** Names the limit and, in the plural, what is limited. */
  public DailyLimitException(int limit, String plural, Duration resetIn) {
    super("Daily limit reached (%d %s/day)".formatted(limit, plural), null, false, false);
    this.resetIn = resetIn;
  }

  /** Returns the time until the next day, which starts at midnight UTC. */
  public static Duration resetIn(Instant now) {
    LocalDate tomorrow = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
    return Duration.between(now, tomorrow.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** Returns the time until the caller may try again. */
  public Duration resetIn() {
    return resetIn;
  }
}

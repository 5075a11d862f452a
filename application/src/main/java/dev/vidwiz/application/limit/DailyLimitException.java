package dev.vidwiz.application.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The caller has reached a daily limit. The transaction that would exceed it is rolled back. The
 * message is for the caller.
 */
public final class DailyLimitException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Duration resetIn;

  /** Names the limit and, in the plural, what is limited. A new day starts at midnight UTC. */
  public DailyLimitException(int limit, String plural, Instant now) {
    super("Daily limit reached (%d %s/day)".formatted(limit, plural), null, false, false);
    LocalDate tomorrow = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
    this.resetIn = Duration.between(now, tomorrow.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  /** Returns the time until the next day. */
  public Duration resetIn() {
    return resetIn;
  }
}

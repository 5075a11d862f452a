package dev.vidwiz.persistence.database;

import java.time.Duration;

/** The limits beyond which a stored time is of a clock that was ahead. */
public final class FarFuture {

  /** The clocks of servers may differ by this. */
  public static final Duration TOLERANCE = Duration.ofMinutes(1);

  /** The longest delay of a task or AI job. */
  public static final Duration LONGEST_DELAY = Duration.ofDays(1);

  private FarFuture() {}
}

package dev.vidwiz.application.round;

/** Periodic work whose result is the same, whichever server on a database does it. */
public enum Round {
  /** Ends attempts whose lease is over. */
  LEASES("leases"),
  /** Gives turns to tasks whose delay has ended, and signals tasks that are available. */
  DUE_TASKS("due tasks"),
  /** Corrects times that a clock wrote which was ahead. */
  FUTURE_TIMES("future times"),
  /** Removes old rows. */
  RETENTION("retention"),
  /** Removes the rate limits that are full again. */
  RATE_LIMITS("rate limits"),
  /** Counts pending work for the metrics. */
  BACKLOG("backlog");

  private final String code;

  Round(String code) {
    this.code = code;
  }

  /** Returns the name in the database. */
  public String code() {
    return code;
  }
}

package dev.vidwiz.application.limit;

import java.time.Duration;

/** The number of calls per period, which starts with the first call. */
public record Rate(int calls, Duration period) {

  /** Rejects a rate that permits no calls. */
  public Rate {
    if (calls < 1 || !period.isPositive()) {
      throw new IllegalArgumentException(calls + " calls in " + period);
    }
  }
}

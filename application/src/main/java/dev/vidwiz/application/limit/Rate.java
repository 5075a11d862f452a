package dev.vidwiz.application.limit;

import java.time.Duration;

/** How many calls fit into a period, which begins with the first of them. */
public record Rate(int calls, Duration period) {

  /** Rejects a rate at which nobody could call. */
  public Rate {
    if (calls < 1 || !period.isPositive()) {
      throw new IllegalArgumentException(calls + " calls in " + period);
    }
  }
}

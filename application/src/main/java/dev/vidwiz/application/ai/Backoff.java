package dev.vidwiz.application.ai;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before a job is tried again: twice as long each time, and never exactly. */
record Backoff(Duration first, Duration longest, RandomGenerator random) {

  private static final int MAX_DOUBLINGS = 20;

  /**
   * Returns the wait after so many attempts, between half and one and a half of the plain value.
   */
  Duration after(int attempts) {
    long doubled = first.toMillis() << Math.min(attempts - 1, MAX_DOUBLINGS);
    long plain = Math.min(doubled, longest.toMillis());
    return Duration.ofMillis((long) (plain * random.nextDouble(0.5, 1.5)));
  }
}

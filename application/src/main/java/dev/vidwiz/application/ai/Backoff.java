package dev.vidwiz.application.ai;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Exponential backoff with jitter. */
record Backoff(Duration first, Duration longest, RandomGenerator random) {

  private static final int MAX_DOUBLINGS = 20;

  /** Returns the delay after this number of attempts, times a random factor from 0.5 to 1.5. */
  Duration after(int attempts) {
    long doubled = first.toMillis() << Math.min(attempts - 1, MAX_DOUBLINGS);
    long plain = Math.min(doubled, longest.toMillis());
    return Duration.ofMillis((long) (plain * random.nextDouble(0.5, 1.5)));
  }
}

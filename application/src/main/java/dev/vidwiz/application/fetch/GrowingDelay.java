package dev.vidwiz.application.fetch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * A wait that doubles each time up to a longest one. Up to a tenth is added, so that not all end
 * together.
 */
record GrowingDelay(Duration first, Duration longest, RandomGenerator random) {

  private static final int MAX_DOUBLINGS = 20;
  private static final double JITTER = 0.1;

  /** Returns the wait after so many earlier ones. */
  Duration after(int earlier) {
    return after(earlier, Duration.ZERO);
  }

  /** Returns the wait after so many earlier ones, and at least the given one. */
  Duration after(int earlier, Duration least) {
    long doubled = first.toMillis() << Math.clamp(earlier, 0, MAX_DOUBLINGS);
    long plain = Math.min(Math.max(doubled, least.toMillis()), longest.toMillis());
    return Duration.ofMillis((long) (plain * random.nextDouble(1, 1 + JITTER)));
  }
}

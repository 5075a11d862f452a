package dev.vidwiz.application.fetch;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** A delay that doubles each time up to a maximum, plus a jitter of up to 10 %. */
record ExponentialDelay(Duration first, Duration longest, RandomGenerator random) {

  private static final int MAX_DOUBLINGS = 20;
  private static final double JITTER = 0.1;

  /** Returns the delay after this number of earlier ones. */
  Duration after(int earlier) {
    return after(earlier, Duration.ZERO);
  }

  /** Returns the delay after this number of earlier ones, and at least the given one. */
  Duration after(int earlier, Duration least) {
    long doubled = first.toMillis() << Math.clamp(earlier, 0, MAX_DOUBLINGS);
    long plain = Math.min(Math.max(doubled, least.toMillis()), longest.toMillis());
    return Duration.ofMillis((long) (plain * random.nextDouble(1, 1 + JITTER)));
  }
}

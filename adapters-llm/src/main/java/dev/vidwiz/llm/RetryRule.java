package dev.vidwiz.llm;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When to retry.
 *
 * @param maxRetries the maximum number of retries
 * @param window the time after the first request in which retries may start
 * @param firstPause the minimum pause before the first retry; it doubles with each retry
 */
record RetryRule(int maxRetries, Duration window, Duration firstPause) {

  static final RetryRule NONE = new RetryRule(0, Duration.ZERO, Duration.ZERO);
  static final RetryRule DEFAULT = new RetryRule(2, Duration.ofSeconds(10), Duration.ofMillis(300));

  /**
   * Returns the pause before a retry, with jitter and at least as long as the server asked; empty
   * when there is no further retry.
   *
   * @param retries the number of retries so far
   * @param left the time left for retries
   */
  Optional<Duration> pauseBefore(
      int retries, Duration left, @Nullable Duration retryAfter, RandomGenerator random) {
    Duration backoff = firstPause.multipliedBy(1L << retries);
    Duration least = retryAfter != null && retryAfter.compareTo(backoff) > 0 ? retryAfter : backoff;
    if (retries >= maxRetries || least.compareTo(left) > 0) {
      return Optional.empty();
    }
    Duration wait = least.plusNanos(random.nextLong(backoff.toNanos()));
    return Optional.of(wait.compareTo(left) < 0 ? wait : left);
  }
}

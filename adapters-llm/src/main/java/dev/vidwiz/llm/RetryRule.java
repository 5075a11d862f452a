package dev.vidwiz.llm;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When to ask again.
 *
 * @param most how many retries there may be
 * @param together the time from the first request within which the last retry begins
 * @param pause the shortest wait before the first retry; it doubles with each
 */
record RetryRule(int most, Duration together, Duration pause) {

  static final RetryRule NONE = new RetryRule(0, Duration.ZERO, Duration.ZERO);
  static final RetryRule DEFAULT = new RetryRule(2, Duration.ofSeconds(10), Duration.ofMillis(300));

  /**
   * Returns how long to wait before a retry, with jitter and never shorter than the server asked;
   * empty when to give up.
   *
   * @param made how many retries there were
   * @param left how much of the time for retries is left
   */
  Optional<Duration> pauseBefore(
      int made, Duration left, @Nullable Duration retryAfter, RandomGenerator random) {
    Duration backoff = pause.multipliedBy(1L << made);
    Duration least = retryAfter != null && retryAfter.compareTo(backoff) > 0 ? retryAfter : backoff;
    if (made >= most || least.compareTo(left) > 0) {
      return Optional.empty();
    }
    Duration wait = least.plusNanos(random.nextLong(backoff.toNanos()));
    return Optional.of(wait.compareTo(left) < 0 ? wait : left);
  }
}

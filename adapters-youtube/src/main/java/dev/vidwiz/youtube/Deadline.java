package dev.vidwiz.youtube;

import java.time.Duration;

/** The end of the time that one fetch may take over all sources. */
record Deadline(long endNanos) {

  /** Less than the lease of a task, so that the result comes while it still counts. */
  private static final Duration FETCH = Duration.ofSeconds(90);

  static Deadline ofFetch() {
    return new Deadline(System.nanoTime() + FETCH.toNanos());
  }

  /**
   * Returns the time left, {@code limit} at most.
   *
   * @throws Refusal when there is none left
   */
  Duration left(Duration limit) throws Refusal {
    Duration left = Duration.ofNanos(endNanos - System.nanoTime());
    if (!left.isPositive()) {
      throw Refusal.unreachable("not asked: the other sources took all the time");
    }
    return left.compareTo(limit) < 0 ? left : limit;
  }
}

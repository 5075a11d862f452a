package dev.vidwiz.application.concurrent;

import java.time.Duration;

/**
 * The end of a wait. Waits share few deadlines (timer coalescing) and end up to 1/64 of their
 * length late, because thousands of separate wakeups cost more than the work after them.
 *
 * @param nanos as {@link System#nanoTime} counts
 */
public record SharedDeadline(long nanos) {

  /** Returns the deadline of a wait that starts now. */
  public static SharedDeadline in(Duration time) {
    return in(time, System.nanoTime());
  }

  static SharedDeadline in(Duration time, long now) {
    long betweenMoments = Math.max(1, Long.highestOneBit(time.toNanos() >> 6));
    return new SharedDeadline(now + time.toNanos() + betweenMoments - 1 & -betweenMoments);
  }

  /** Returns the time left in nanoseconds; zero or less when it has passed. */
  public long nanosLeft() {
    return nanos - System.nanoTime();
  }
}

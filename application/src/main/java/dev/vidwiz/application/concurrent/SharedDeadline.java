package dev.vidwiz.application.concurrent;

import java.time.Duration;

/**
 * When a wait ends. Waits end at few moments that they share (timer coalescing), up to a
 * sixty-fourth of their length late: thousands of them would else wake the machine up thousands of
 * times, which takes more of it than what they do then.
 *
 * @param nanos in the time of {@link System#nanoTime}
 */
public record SharedDeadline(long nanos) {

  /** Returns when a wait ends that begins now. */
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

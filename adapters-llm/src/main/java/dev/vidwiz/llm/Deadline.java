package dev.vidwiz.llm;

import java.net.http.HttpTimeoutException;
import java.time.Duration;

/**
 * A moment by which something must have happened.
 *
 * @param nanos in the time of {@link System#nanoTime}
 * @param missed what to say when it has not
 */
record Deadline(long nanos, String missed) {

  /** Returns the moment when a time is over, for which the message may have a {@code %s}. */
  static Deadline in(Duration time, String missed) {
    String message = missed.formatted(time.toMillis() + " ms");
    return new Deadline(System.nanoTime() + time.toNanos(), message);
  }

  Deadline orEarlier(Deadline other) {
    return other.nanos - nanos < 0 ? other : this;
  }

  /** Returns the time left; zero or less when it has passed. */
  Duration left() {
    return Duration.ofNanos(nanos - System.nanoTime());
  }

  /** Returns the time left in nanoseconds, or throws when there is none. */
  long nanosLeft() throws HttpTimeoutException {
    long left = nanos - System.nanoTime();
    if (left <= 0) {
      throw new HttpTimeoutException(missed);
    }
    return left;
  }
}

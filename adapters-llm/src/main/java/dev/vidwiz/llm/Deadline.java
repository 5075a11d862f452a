package dev.vidwiz.llm;

import java.net.http.HttpTimeoutException;
import java.time.Duration;

/**
 * A point in time with the message of its timeout.
 *
 * @param nanos in the time of {@link System#nanoTime}
 * @param message the message when it has passed
 */
record Deadline(long nanos, String message) {

  /** Returns the deadline after a time, which replaces {@code %s} in the message. */
  static Deadline in(Duration time, String message) {
    return new Deadline(
        System.nanoTime() + time.toNanos(), message.formatted(time.toMillis() + " ms"));
  }

  Deadline orEarlier(Deadline other) {
    return other.nanos - nanos < 0 ? other : this;
  }

  /** Returns the time left; zero or negative when it has passed. */
  Duration left() {
    return Duration.ofNanos(nanos - System.nanoTime());
  }

  /** Returns the time left in nanoseconds; throws when it has passed. */
  long nanosLeft() throws HttpTimeoutException {
    long left = nanos - System.nanoTime();
    if (left <= 0) {
      throw new HttpTimeoutException(message);
    }
    return left;
  }
}

package dev.vidwiz.bench.load;

import java.time.Duration;

/**
 * The end of a load: a time, or a number of operations, whichever comes first.
 *
 * @param time the maximum time
 * @param operations the maximum number of operations
 */
public record Limit(Duration time, long operations) {

  /** Returns a limit of time only. */
  public static Limit of(Duration time) {
    return new Limit(time, Long.MAX_VALUE);
  }
}

package dev.vidwiz.bench.load;

import java.time.Duration;

/**
 * How long load goes on: until the time is over, or so many operations are done.
 *
 * @param time how long at most
 * @param operations how many at most
 */
public record Limit(Duration time, long operations) {

  /** A limit of time alone. */
  public static Limit of(Duration time) {
    return new Limit(time, Long.MAX_VALUE);
  }
}

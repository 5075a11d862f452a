package dev.vidwiz.http.jetty;

import dev.vidwiz.http.request.BodiesInFlight;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Limits for receiving requests; 0 is no limit.
 *
 * @param head the maximum time from the first byte of a request to the end of its headers
 * @param body the maximum time from the first read of a body to its end; a body that keeps arriving
 *     at {@link #BYTES_PER_SECOND} may take longer
 * @param bodies counts the bytes of bodies in progress
 * @param nanos a monotonic clock, such as {@link System#nanoTime}
 */
public record ReceiveLimits(
    Duration head, Duration body, BodiesInFlight bodies, LongSupplier nanos) {

  /** A body that arrives at this rate has no time limit. */
  public static final int BYTES_PER_SECOND = 10_000;
}

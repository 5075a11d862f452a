package dev.vidwiz.http.jetty;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Limits for receiving requests; 0 is no limit.
 *
 * @param head the maximum time from the first byte of a request to the end of its headers
 * @param body the maximum time from the first read of a body to its end; a body that keeps arriving
 *     at {@link #BYTES_PER_SECOND} may take longer
 * @param bytes the maximum bytes of all bodies in progress
 * @param bytesOfAddress the maximum bytes of the bodies in progress from one client address
 * @param nanos a monotonic clock, such as {@link System#nanoTime}
 */
public record ReceiveLimits(
    Duration head, Duration body, long bytes, long bytesOfAddress, LongSupplier nanos) {

  /** A body that arrives at this rate has no time limit. */
  public static final int BYTES_PER_SECOND = 10_000;
}

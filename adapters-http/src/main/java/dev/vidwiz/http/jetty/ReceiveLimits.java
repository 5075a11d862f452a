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

  private static final Duration DEFAULT_HEAD = Duration.ofSeconds(10);
  private static final Duration DEFAULT_BODY = Duration.ofSeconds(30);
  private static final long DEFAULT_BYTES_OF_ADDRESS = 16 << 20;
  private static final int PART_OF_HEAP = 4;

  /** Returns the default limits: a quarter of the heap for all bodies. */
  public static ReceiveLimits usual() {
    return new ReceiveLimits(
        DEFAULT_HEAD,
        DEFAULT_BODY,
        Runtime.getRuntime().maxMemory() / PART_OF_HEAP,
        DEFAULT_BYTES_OF_ADDRESS,
        System::nanoTime);
  }
}

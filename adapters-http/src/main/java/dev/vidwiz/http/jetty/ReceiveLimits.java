package dev.vidwiz.http.jetty;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long requests may take to arrive, and how much of their bodies is held meanwhile. In each, 0
 * is no limit.
 *
 * @param head from the first byte of a request to the end of its headers
 * @param body from the first read of a body to its end; a body that comes at {@link
 *     #BYTES_PER_SECOND} may take longer
 * @param bytes of all bodies together, until they have been handled
 * @param bytesOfAddress of the bodies from one client address
 * @param nanos a clock that only goes forward, such as {@link System#nanoTime}
 */
public record ReceiveLimits(
    Duration head, Duration body, long bytes, long bytesOfAddress, LongSupplier nanos) {

  /** A body that arrives this quickly may take as long as it takes. */
  public static final int BYTES_PER_SECOND = 10_000;

  private static final Duration USUAL_HEAD = Duration.ofSeconds(10);
  private static final Duration USUAL_BODY = Duration.ofSeconds(30);
  private static final long USUAL_BYTES_OF_ADDRESS = 16 << 20;
  private static final int PART_OF_HEAP = 4;

  /** Returns the usual limits: a quarter of the heap for all bodies. */
  public static ReceiveLimits usual() {
    return new ReceiveLimits(
        USUAL_HEAD,
        USUAL_BODY,
        Runtime.getRuntime().maxMemory() / PART_OF_HEAP,
        USUAL_BYTES_OF_ADDRESS,
        System::nanoTime);
  }

  /** Returns the nanoseconds after which a body that got so far is too late. */
  long nanosForBody(long received) {
    return Math.max(body.toNanos(), received * (1_000_000_000L / BYTES_PER_SECOND));
  }
}

package dev.vidwiz.http.jetty;

/**
 * The time limit of one request body. It may take longer than {@link ReceiveLimits#body} only while
 * it keeps arriving at {@link ReceiveLimits#BYTES_PER_SECOND}: bytes that arrived quickly do not
 * permit a long pause after them. Not thread-safe.
 */
final class BodyDeadline {

  private static final long NANOS_PER_BYTE = 1_000_000_000L / ReceiveLimits.BYTES_PER_SECOND;

  private final ReceiveLimits limits;
  private final long max;
  private final long start;
  private long received;
  private long end;

  /** Starts now. */
  BodyDeadline(ReceiveLimits limits) {
    this.limits = limits;
    this.max = limits.body().toNanos();
    this.start = limits.nanos().getAsLong();
    this.end = max;
  }

  /** Extends the time for bytes that have been received. */
  void extend(int bytes) {
    received += bytes;
    end = Math.min(elapsed() + max, end + bytes * NANOS_PER_BYTE);
  }

  /** Returns the remaining nanoseconds; negative when the body is too late. */
  long nanosLeft() {
    return Math.min(end, Math.max(max, received * NANOS_PER_BYTE)) - elapsed();
  }

  private long elapsed() {
    return limits.nanos().getAsLong() - start;
  }
}

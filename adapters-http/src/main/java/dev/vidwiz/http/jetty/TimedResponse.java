package dev.vidwiz.http.jetty;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * A response whose client must read it: what is not read stays in memory. When a write takes too
 * long, the connection is closed. The idle timeout of a connection does not suffice, because it
 * begins again with each byte.
 */
final class TimedResponse extends Response.Wrapper {

  private static final Duration MAX = Duration.ofSeconds(30);

  /** Shorter writes are left to the idle timeout. */
  private static final int FEW_BYTES = 4 << 10;

  private final EndPoint client;
  private final Scheduler scheduler;
  private final long maxNanos;
  private final long nanosPerByte;

  /** Permits each write the time that a request body may take. */
  TimedResponse(Request request, Response response) {
    this(request, response, MAX, ReceiveLimits.BYTES_PER_SECOND);
  }

  /** A write may take {@code max}, and longer at a rate of {@code bytesPerSecond}. */
  TimedResponse(Request request, Response response, Duration max, int bytesPerSecond) {
    super(request, response);
    this.client = request.getConnectionMetaData().getConnection().getEndPoint();
    this.scheduler = request.getComponents().getScheduler();
    this.maxNanos = max.toNanos();
    this.nanosPerByte = 1_000_000_000L / bytesPerSecond;
  }

  @Override
  public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
    int bytes = content == null ? 0 : content.remaining();
    super.write(last, content, bytes > FEW_BYTES ? timed(bytes, callback) : callback);
  }

  private Callback timed(int bytes, Callback callback) {
    Scheduler.Task timeout =
        scheduler.schedule(
            client::close, Math.max(maxNanos, bytes * nanosPerByte), TimeUnit.NANOSECONDS);
    return new Callback.Nested(callback) {
      @Override
      public void completed() {
        timeout.cancel();
      }
    };
  }
}

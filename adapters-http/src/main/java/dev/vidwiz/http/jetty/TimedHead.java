package dev.vidwiz.http.jetty;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * A connection that limits the time from the first byte of a request to the end of its headers.
 * Jetty only limits the time between two bytes. Only the thread that may read from the connection
 * uses it.
 */
final class TimedHead extends HttpConnection {

  private static final int TIMED_OUT = 408;

  private final ReceiveLimits limits;
  private @Nullable RequestHandler handler;
  private long bytesBefore;
  private long start;
  private long usualIdleTimeout;
  private boolean begun;

  private TimedHead(
      HttpConfiguration http, Connector connector, EndPoint endPoint, ReceiveLimits limits) {
    super(http, connector, endPoint);
    this.limits = limits;
  }

  /** Returns a factory of such connections. */
  static HttpConnectionFactory factory(HttpConfiguration http, ReceiveLimits limits) {
    return new HttpConnectionFactory(http) {
      @Override
      public Connection newConnection(Connector connector, EndPoint endPoint) {
        HttpConnection connection =
            limits.head().isZero()
                ? new HttpConnection(http, connector, endPoint)
                : new TimedHead(http, connector, endPoint, limits);
        connection.setTransferEncodingChunkMaxLength(getTransferEncodingChunkMaxLength());
        return configure(connection, connector, endPoint);
      }
    };
  }

  @Override
  protected RequestHandler newRequestHandler() {
    RequestHandler made = new Head();
    handler = made;
    return made;
  }

  @Override
  public void onFillable() {
    if (begun && limits.nanos().getAsLong() - start > limits.head().toNanos()) {
      refuse();
    } else {
      super.onFillable();
    }
  }

  /** Called when all received bytes have been read, before the wait for more. */
  @Override
  public void fillInterested(Callback whenReady) {
    if (!begun && (getBytesIn() > bytesBefore || !getParser().isStart())) {
      begun = true;
      start = limits.nanos().getAsLong();
      usualIdleTimeout = getEndPoint().getIdleTimeout();
    }
    if (begun) {
      Duration left = limits.head().minusNanos(limits.nanos().getAsLong() - start);
      getEndPoint().setIdleTimeout(Math.max(1, left.toMillis()));
    }
    super.fillInterested(whenReady);
  }

  @Override
  public void onFillInterestedFailed(Throwable cause) {
    if (begun && cause instanceof TimeoutException) {
      refuse();
    } else {
      super.onFillInterestedFailed(cause);
    }
  }

  private void refuse() {
    begun = false;
    getEndPoint().setIdleTimeout(usualIdleTimeout);
    getParser().close();
    if (handler != null) {
      handler.badMessage(
          new HttpException.RuntimeException(TIMED_OUT, "the headers are incomplete"));
    }
  }

  private final class Head extends RequestHandler {

    @Override
    public boolean headerComplete() {
      if (begun) {
        begun = false;
        getEndPoint().setIdleTimeout(usualIdleTimeout);
      }
      return super.headerComplete();
    }

    /**
     * Counts the bytes so far as part of this message. The time of a pipelined request therefore
     * starts with its second read.
     */
    @Override
    public boolean messageComplete() {
      bytesBefore = getBytesIn();
      return super.messageComplete();
    }
  }
}

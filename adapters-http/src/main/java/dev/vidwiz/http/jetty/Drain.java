package dev.vidwiz.http.jetty;

import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.IdleTimeout;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Stops the server gracefully. After {@link #begin}, no connection is accepted and every response
 * closes its connection. An idle connection stays open for one second, for a request that is
 * already on its way. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-9.6">RFC 9112: Tear-down</a>
 */
public final class Drain extends Handler.Wrapper {

  private static final System.Logger LOG = System.getLogger(Drain.class.getName());

  /** How long an idle connection stays open after the stop began. */
  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(1);

  /** Longer than answers of Wiz may take, shorter than the timeout of service managers. */
  private static final Duration TIMEOUT = Duration.ofMillis(11_500);

  /** For requests whose connection was closed: to notice it and store partial results. */
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

  private static final Duration POLL_INTERVAL = Duration.ofMillis(25);

  private final Set<EndPoint> busy = ConcurrentHashMap.newKeySet();
  private volatile boolean begun;

  Drain() {}

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    EndPoint client = request.getConnectionMetaData().getConnection().getEndPoint();
    busy.add(client);
    if (begun) {
      client.setIdleTimeout(TIMEOUT.toMillis());
    }
    request.addHttpStreamWrapper(stream -> new TrackedStream(stream, client));
    return super.handle(request, response, callback);
  }

  /** Stops accepting connections. Further calls do nothing. */
  public synchronized void begin() throws InterruptedException {
    if (begun) {
      return;
    }
    DrainableConnector connector = connector();
    connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
    // Jetty's own timeout starts at the last request, and also closes busy connections.
    connector.setShutdownIdleTimeout(-1);
    connector.stopListening();
    CompletableFuture<Void> _ = connector.shutdown();
    // Not earlier: clients told to close would reconnect just before listening ends.
    begun = true;
    for (EndPoint client : connector.getConnectedEndPoints()) {
      if (!busy.contains(client)) {
        ((IdleTimeout) client).notIdle();
        client.setIdleTimeout(IDLE_TIMEOUT.toMillis());
      }
    }
  }

  /**
   * Waits until all requests have ended, and closes the connections of those that take too long.
   */
  public void end() throws InterruptedException {
    if (awaitIdle(TIMEOUT)) {
      return;
    }
    LOG.log(
        Level.WARNING,
        "closing the connections of requests that did not end in time: {0}",
        Integer.toString(busy.size()));
    connector().getConnectedEndPoints().forEach(EndPoint::close);
    awaitIdle(CLOSE_TIMEOUT);
  }

  /**
   * A request can run on after its client disconnects, and a client can stay connected without one.
   */
  private boolean awaitIdle(Duration timeout) throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    boolean idle = false;
    while (!idle && System.nanoTime() < deadline) {
      // At least once: the last accepted connections may not be registered yet.
      Thread.sleep(POLL_INTERVAL);
      idle = busy.isEmpty() && connector().getConnectedEndPoints().isEmpty();
    }
    return idle;
  }

  private DrainableConnector connector() {
    return (DrainableConnector) getServer().getConnectors()[0];
  }

  /**
   * One request. Jetty's own handling after a connector's shutdown is not enough: it also closes a
   * connection whose response started earlier, without {@code Connection: close}.
   */
  private final class TrackedStream extends HttpStream.Wrapper {

    private final EndPoint client;

    TrackedStream(HttpStream stream, EndPoint client) {
      super(stream);
      this.client = client;
    }

    @Override
    public void send(
        MetaData.@Nullable Request request,
        MetaData.@Nullable Response head,
        boolean last,
        @Nullable ByteBuffer content,
        Callback callback) {
      MetaData.Response response =
          begun && head != null && head.getStatus() >= 200 ? withClose(head) : head;
      super.send(request, response, last, content, callback);
    }

    @Override
    public void succeeded() {
      requestEnded(client);
      super.succeeded();
    }

    @Override
    public void failed(Throwable failure) {
      requestEnded(client);
      super.failed(failure);
    }

    private static MetaData.Response withClose(MetaData.Response head) {
      return new MetaData.Response(
          head.getStatus(),
          head.getReason(),
          head.getHttpVersion(),
          HttpFields.build(head.getHttpFields()).put(HttpHeader.CONNECTION, "close"),
          head.getContentLength(),
          head.getTrailersSupplier());
    }
  }

  private void requestEnded(EndPoint client) {
    busy.remove(client);
    if (begun) {
      // The client may be slow to close its side.
      client.setIdleTimeout(IDLE_TIMEOUT.toMillis());
    }
  }
}

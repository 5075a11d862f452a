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
 * Stops the server without cutting off requests. From the beginning of the stop no connection is
 * accepted, and each answer closes its connection; a connection on which nothing happens is given a
 * moment for a request that is under way. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-9.6">RFC 9112: Tear-down</a>
 */
public final class Drain extends Handler.Wrapper {

  private static final System.Logger LOG = System.getLogger(Drain.class.getName());

  /** For those who are connected and ask nothing. */
  private static final Duration MOMENT = Duration.ofSeconds(1);

  /** Longer than answers of Wiz may go on, shorter than service managers wait. */
  private static final Duration LIMIT = Duration.ofMillis(11_500);

  /** For requests that were cut off to notice it, and to keep what they have. */
  private static final Duration AFTER_CUT = Duration.ofSeconds(1);

  private static final Duration LOOK = Duration.ofMillis(25);

  private final Set<EndPoint> busy = ConcurrentHashMap.newKeySet();
  private volatile boolean begun;

  Drain() {}

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    EndPoint client = request.getConnectionMetaData().getConnection().getEndPoint();
    busy.add(client);
    if (begun) {
      client.setIdleTimeout(LIMIT.toMillis());
    }
    request.addHttpStreamWrapper(stream -> new LastAnswer(stream, client));
    return super.handle(request, response, callback);
  }

  /** Accepts no more connections; does nothing the second time. */
  public synchronized void begin() throws InterruptedException {
    if (begun) {
      return;
    }
    DrainableConnector connector = connector();
    connector.setIdleTimeout(MOMENT.toMillis());
    // Jetty's own would count from the last request, and end what is busy, too.
    connector.setShutdownIdleTimeout(-1);
    connector.stopListening();
    CompletableFuture<Void> _ = connector.shutdown();
    // Not before: clients that are told to close would reconnect just before listening ends.
    begun = true;
    for (EndPoint client : connector.getConnectedEndPoints()) {
      if (!busy.contains(client)) {
        ((IdleTimeout) client).notIdle();
        client.setIdleTimeout(MOMENT.toMillis());
      }
    }
  }

  /** Waits until all requests have been answered, and cuts off those that take too long. */
  public void end() throws InterruptedException {
    if (isOverWithin(LIMIT)) {
      return;
    }
    LOG.log(
        Level.WARNING,
        "requests that did not end in time are cut off: {0}",
        Integer.toString(busy.size()));
    connector().getConnectedEndPoints().forEach(EndPoint::close);
    isOverWithin(AFTER_CUT);
  }

  /** A request may go on when its client has left, and a client may stay without a request. */
  private boolean isOverWithin(Duration timeout) throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    boolean over = false;
    while (!over && System.nanoTime() < deadline) {
      // At least once: those who were let in last may not be known yet.
      Thread.sleep(LOOK);
      over = busy.isEmpty() && connector().getConnectedEndPoints().isEmpty();
    }
    return over;
  }

  private DrainableConnector connector() {
    return (DrainableConnector) getServer().getConnectors()[0];
  }

  /**
   * One request. Jetty's way with a connector that is shut down is not enough: it closes a
   * connection also behind an answer that began before, and did not say so.
   */
  private final class LastAnswer extends HttpStream.Wrapper {

    private final EndPoint client;

    LastAnswer(HttpStream stream, EndPoint client) {
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
      MetaData.Response sent =
          begun && head != null && head.getStatus() >= 200 ? closing(head) : head;
      super.send(request, sent, last, content, callback);
    }

    @Override
    public void succeeded() {
      answered(client);
      super.succeeded();
    }

    @Override
    public void failed(Throwable failure) {
      answered(client);
      super.failed(failure);
    }

    private static MetaData.Response closing(MetaData.Response head) {
      return new MetaData.Response(
          head.getStatus(),
          head.getReason(),
          head.getHttpVersion(),
          HttpFields.build(head.getHttpFields()).put(HttpHeader.CONNECTION, "close"),
          head.getContentLength(),
          head.getTrailersSupplier());
    }
  }

  private void answered(EndPoint client) {
    busy.remove(client);
    if (begun) {
      // It may be slow to close its end.
      client.setIdleTimeout(MOMENT.toMillis());
    }
  }
}

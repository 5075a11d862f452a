package dev.vidwiz.http.monitor;

import static dev.vidwiz.http.monitor.CompletedRequest.NO_ROUTE;

import dev.vidwiz.domain.network.AddressPrefix;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request under way, of which a monitor is told when it ends. Thread-safe. */
public final class OpenRequest {

  /** The header that carries the id of a request, in the answer and perhaps in the request. */
  public static final String ID_HEADER = "X-Request-ID";

  /** The attribute of a request in which this object is found. */
  public static final String ATTRIBUTE = OpenRequest.class.getName();

  private final Monitor monitor;
  private final String id;
  private final @Nullable InetAddress clientAddress;
  private final long start = System.nanoTime();
  private volatile String route = NO_ROUTE;
  private volatile @Nullable Held held;

  /**
   * Begins to time a request.
   *
   * @param clientAddress null over what has no addresses
   */
  public OpenRequest(Monitor monitor, String id, @Nullable InetAddress clientAddress) {
    this.monitor = monitor;
    this.id = id;
    this.clientAddress = clientAddress;
  }

  /** Returns the request of a handler. */
  public static OpenRequest of(Context ctx) {
    return (OpenRequest) Objects.requireNonNull(ctx.req().getAttribute(ATTRIBUTE));
  }

  /** Returns what tells the client apart from others, for limits and quotas. */
  public AddressPrefix client() {
    return clientAddress == null ? AddressPrefix.NONE : AddressPrefix.of(clientAddress);
  }

  /** Keeps the template of the route that has been found. */
  public void matched(String template) {
    route = template;
  }

  /** Says that the answer will take as long as it takes from now on; once for each request. */
  public void hold(Held why) {
    held = why;
    monitor.held(why);
  }

  /**
   * Tells the monitor that the request has ended; to be called once.
   *
   * @param path null when it could not be read
   */
  public void complete(String method, @Nullable String path, int status) {
    monitor.completed(
        new CompletedRequest(
            id,
            clientAddress == null ? "unknown" : clientAddress.getHostAddress(),
            new CompletedRequest.Target(method, path == null ? "" : path, route),
            status,
            Duration.ofNanos(System.nanoTime() - start),
            held));
  }
}

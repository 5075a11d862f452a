package dev.vidwiz.http.monitor;

import static dev.vidwiz.http.monitor.CompletedRequest.NO_ROUTE;

import dev.vidwiz.domain.network.AddressPrefix;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A running request, which reports its end to a monitor. Thread-safe. */
public final class OpenRequest {

  /** The header with the request id, in the response and optionally in the request. */
  public static final String ID_HEADER = "X-Request-ID";

  /** The request attribute that holds this object. */
  public static final String ATTRIBUTE = OpenRequest.class.getName();

  private final Monitor monitor;
  private final String id;
  private final @Nullable InetAddress clientAddress;
  private final long start = System.nanoTime();
  private volatile String route = NO_ROUTE;
  private volatile @Nullable HoldReason holdReason;
  private volatile @Nullable String unavailableReason;

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

  /** Returns the running request of a handler. */
  public static OpenRequest of(Context ctx) {
    return (OpenRequest) Objects.requireNonNull(ctx.req().getAttribute(ATTRIBUTE));
  }

  /** Returns what tells the client apart from others, for limits and quotas. */
  public AddressPrefix client() {
    return clientAddress == null ? AddressPrefix.NONE : AddressPrefix.of(clientAddress);
  }

  /** Sets the template of the matched route. */
  public void matched(String template) {
    route = template;
  }

  /** Marks the request as held. Call this once at most. */
  public void hold(HoldReason reason) {
    holdReason = reason;
    monitor.held(reason);
  }

  /** Notes why the server cannot serve the request for now, for the log. */
  public void unavailable(String reason) {
    unavailableReason = reason;
  }

  /**
   * Reports the end of the request. Call this once.
   *
   * @param path null when it could not be parsed
   */
  public void complete(String method, @Nullable String path, int status) {
    monitor.completed(
        new CompletedRequest(
            id,
            clientAddress == null ? "unknown" : clientAddress.getHostAddress(),
            new CompletedRequest.Target(method, path == null ? "" : path, route),
            new CompletedRequest.Result(status, unavailableReason),
            Duration.ofNanos(System.nanoTime() - start),
            holdReason));
  }
}

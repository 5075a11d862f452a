package dev.vidwiz.http.monitor;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request that has ended, with or without a response.
 *
 * @param id the request id, which the response contains too
 * @param clientAddress the network address of the client
 * @param duration from the end of the request headers to the end of the response
 * @param holdReason null when the request was not held
 */
public record CompletedRequest(
    String id,
    String clientAddress,
    Target target,
    Result result,
    Duration duration,
    @Nullable HoldReason holdReason) {

  /** The value of {@code route} when no route matched. */
  public static final String NO_ROUTE = "none";

  /**
   * The result of a request.
   *
   * @param reason why the server could not serve the request for now, for the log; null otherwise
   */
  public record Result(int status, @Nullable String reason) {}

  /**
   * The target of a request.
   *
   * @param method as the client sent it
   * @param path as the client sent it, without the query; empty when it could not be parsed
   * @param route the template of the matched route, or {@link #NO_ROUTE}
   */
  public record Target(String method, String path, String route) {

    private static final Set<String> PROBES = Set.of("/health", "/ready", "/v2/internal/metrics");

    /** Tells whether a load balancer or Prometheus asks, which is no use of the server. */
    public boolean isProbe() {
      // A HEAD request has no route.
      return PROBES.contains(route.equals(NO_ROUTE) ? path : route);
    }
  }
}

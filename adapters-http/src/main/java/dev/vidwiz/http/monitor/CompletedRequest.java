package dev.vidwiz.http.monitor;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request that has been answered, or that ended without an answer.
 *
 * @param id the request id, which the answer carries too
 * @param clientAddress the network address it came from
 * @param duration from the end of its headers to the end of the answer
 * @param held null when it was answered as soon as the server could
 */
public record CompletedRequest(
    String id,
    String clientAddress,
    Target target,
    int status,
    Duration duration,
    @Nullable Held held) {

  /** The route of requests for which there is none. */
  public static final String NO_ROUTE = "none";

  /**
   * What was asked for.
   *
   * @param method as the client wrote it
   * @param path as the client wrote it, without the query; empty when it could not be read
   * @param route the template that fits the path, or {@link #NO_ROUTE}
   */
  public record Target(String method, String path, String route) {}
}

package dev.vidwiz.http.jetty;

import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Allows cross-origin requests with credentials, and answers preflight requests.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">CORS protocol</a>
 */
final class Cors extends Handler.Wrapper {

  private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

  /** Without it, browsers show scripts only the most common headers. */
  private static final String EXPOSED =
      "X-Request-ID, Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset,"
          + " ETag, Link, Location";

  private final Set<String> origins;

  /** Allows the given origins; an empty set allows all. */
  Cors(Set<String> origins) {
    this.origins = origins;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    HttpFields.Mutable headers = response.getHeaders();
    headers.add("Vary", "Origin");
    String origin = request.getHeaders().get("Origin");
    boolean allowed = isAllowed(origin);
    if (allowed) {
      headers.put("Access-Control-Allow-Origin", origin);
      headers.put("Access-Control-Allow-Credentials", "true");
      headers.put("Access-Control-Expose-Headers", EXPOSED);
    }
    String method = request.getHeaders().get("Access-Control-Request-Method");
    if (origin == null || method == null || !HttpMethod.OPTIONS.is(request.getMethod())) {
      return super.handle(request, response, callback);
    }
    if (allowed) {
      allow(request, headers);
    }
    response.setStatus(204);
    callback.succeeded();
    return true;
  }

  private boolean isAllowed(@Nullable String origin) {
    return origin != null && (origins.isEmpty() || origins.contains(origin));
  }

  private static void allow(Request request, HttpFields.Mutable headers) {
    headers.put("Access-Control-Allow-Methods", METHODS);
    headers.put("Access-Control-Max-Age", "600");
    String asked = request.getHeaders().get("Access-Control-Request-Headers");
    if (asked != null) {
      headers.put("Access-Control-Allow-Headers", asked);
    }
  }
}

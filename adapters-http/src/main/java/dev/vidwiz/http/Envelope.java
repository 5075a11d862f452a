package dev.vidwiz.http;

import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.NanoTime;
import org.jspecify.annotations.Nullable;

/**
 * What goes around every request: a request id, the headers of every answer, one line in the log.
 * The header by which a POST could pass as another method is taken away.
 */
final class Envelope extends Handler.Wrapper {

  static final String REQUEST_ID = "X-Request-ID";

  private static final System.Logger LOG = System.getLogger(Envelope.class.getName());
  private static final Pattern GOOD_ID = Pattern.compile("[A-Za-z0-9_.-]{1,128}");
  private static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    addHeaders(request, response.getHeaders());
    Request.addCompletionListener(request, failure -> log(request, response));
    return super.handle(withoutMethodOverride(request), response, callback);
  }

  /** Adds the headers that every answer carries. */
  static void addHeaders(Request request, HttpFields.Mutable headers) {
    headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put(REQUEST_ID, requestId(request.getHeaders().get(REQUEST_ID)));
  }

  private static String requestId(@Nullable String callers) {
    return callers != null && GOOD_ID.matcher(callers).matches()
        ? callers
        : UUID.randomUUID().toString();
  }

  private static Request withoutMethodOverride(Request request) {
    if (!request.getHeaders().contains(METHOD_OVERRIDE)) {
      return request;
    }
    HttpFields headers = HttpFields.build(request.getHeaders()).remove(METHOD_OVERRIDE);
    return new Request.Wrapper(request) {
      @Override
      public HttpFields getHeaders() {
        return headers;
      }
    };
  }

  private static void log(Request request, Response response) {
    if (LOG.isLoggable(Level.INFO)) {
      LOG.log(
          Level.INFO,
          "%s %s %d %d ms %s"
              .formatted(
                  request.getMethod(),
                  request.getHttpURI().getPath(),
                  response.getStatus(),
                  NanoTime.millisSince(request.getHeadersNanoTime()),
                  response.getHeaders().get(REQUEST_ID)));
    }
  }
}

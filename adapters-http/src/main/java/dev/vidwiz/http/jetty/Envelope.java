package dev.vidwiz.http.jetty;

import dev.vidwiz.http.monitor.Monitor;
import dev.vidwiz.http.monitor.OpenRequest;
import dev.vidwiz.http.request.ClientAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Gives every request a request id, the common response headers and request metrics. Removes the
 * header that would make Javalin treat a POST as another method.
 */
final class Envelope extends Handler.Wrapper {

  private static final Pattern GOOD_ID = Pattern.compile("[A-Za-z0-9_.-]{1,128}");
  private static final String METHOD_OVERRIDE = "X-HTTP-Method-Override";

  private final ClientAddress addresses;
  private final ReceiveLimits limits;
  private final Monitor monitor;

  Envelope(ClientAddress addresses, ReceiveLimits limits, Monitor monitor) {
    this.addresses = addresses;
    this.limits = limits;
    this.monitor = monitor;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    OpenRequest open = open(request, response);
    Request received =
        MeteredBody.isExpected(request)
            ? new MeteredBody(request, response, limits, limits.bodies().start(open.client()))
            : request;
    return super.handle(
        withoutMethodOverride(received), new TimedResponse(request, response), callback);
  }

  /** Sets the common response headers and starts the request metrics. */
  OpenRequest open(Request request, Response response) {
    HttpFields.Mutable headers = response.getHeaders();
    String id = requestId(request.getHeaders().get(OpenRequest.ID_HEADER));
    headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put(OpenRequest.ID_HEADER, id);
    OpenRequest open = new OpenRequest(monitor, id, clientAddress(request));
    request.setAttribute(OpenRequest.ATTRIBUTE, open);
    Request.addCompletionListener(
        request,
        failure ->
            open.complete(
                request.getMethod(), request.getHttpURI().getPath(), response.getStatus()));
    return open;
  }

  private @Nullable InetAddress clientAddress(Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress()
            instanceof InetSocketAddress socket
        ? addresses.of(socket.getAddress(), request.getHeaders()::getValuesList)
        : null;
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
}

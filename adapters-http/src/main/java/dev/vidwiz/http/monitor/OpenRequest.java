package dev.vidwiz.http.monitor;

import static dev.vidwiz.http.monitor.CompletedRequest.NO_ROUTE;

import io.javalin.http.Context;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** A request under way, of which a monitor is told when it ends. Thread-safe. */
public final class OpenRequest {

  private static final String ATTRIBUTE = OpenRequest.class.getName();

  private final Monitor monitor;
  private final String id;
  private final String clientAddress;
  private final long start = System.nanoTime();
  private volatile String route = NO_ROUTE;
  private volatile @Nullable Held held;

  private OpenRequest(Monitor monitor, String id, String clientAddress) {
    this.monitor = monitor;
    this.id = id;
    this.clientAddress = clientAddress;
  }

  /** Begins to watch a request. */
  public static void watch(
      Request request, Response response, String id, String clientAddress, Monitor monitor) {
    OpenRequest open = new OpenRequest(monitor, id, clientAddress);
    request.setAttribute(ATTRIBUTE, open);
    Request.addCompletionListener(
        request, failure -> monitor.completed(open.completed(request, response)));
  }

  /** Returns the request of a handler. */
  public static OpenRequest of(Context ctx) {
    Request request = ServletContextRequest.getServletContextRequest(ctx.req());
    return (OpenRequest) Objects.requireNonNull(request.getAttribute(ATTRIBUTE));
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

  private CompletedRequest completed(Request request, Response response) {
    String path = request.getHttpURI().getPath();
    return new CompletedRequest(
        id,
        clientAddress,
        new CompletedRequest.Target(request.getMethod(), path == null ? "" : path, route),
        response.getStatus(),
        Duration.ofNanos(System.nanoTime() - start),
        held);
  }
}

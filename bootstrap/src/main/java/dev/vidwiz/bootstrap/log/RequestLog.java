package dev.vidwiz.bootstrap.log;

import dev.vidwiz.http.monitor.CompletedRequest;
import dev.vidwiz.http.monitor.CompletedRequest.Target;
import dev.vidwiz.http.monitor.HoldReason;
import dev.vidwiz.http.monitor.Monitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Logs one line per request, without query and headers, which may contain secrets. Passes each
 * event on to the next monitor.
 */
public record RequestLog(Monitor next) implements Monitor {

  private static final Logger LOG = LoggerFactory.getLogger("dev.vidwiz.Requests");
  private static final int MAX_PATH = 300;

  @Override
  public void held(HoldReason reason) {
    next.held(reason);
  }

  @Override
  public String metrics() {
    return next.metrics();
  }

  @Override
  public void completed(CompletedRequest request) {
    next.completed(request);
    Target target = request.target();
    Level level = target.isProbe() ? Level.DEBUG : Level.INFO;
    if (!LOG.isEnabledForLevel(level)) {
      return;
    }
    String path = cut(target.path());
    long millis = request.duration().toMillis();
    LoggingEventBuilder event =
        LOG.atLevel(level)
            .addKeyValue("request_id", request.id())
            .addKeyValue("client", request.clientAddress())
            .addKeyValue("method", target.method())
            .addKeyValue("route", target.route())
            .addKeyValue("path", path)
            .addKeyValue("status", request.result().status())
            .addKeyValue("ms", millis);
    if (request.result().reason() != null) {
      event = event.addKeyValue("reason", request.result().reason());
    }
    event.log(line(request, path, millis));
  }

  private static String line(CompletedRequest request, String path, long millis) {
    Target target = request.target();
    // Concatenated, because String.format would be slow for each request.
    return (target.method() + " " + path + " " + request.result().status() + " " + millis + " ms")
        + (", route " + target.route() + ", from " + request.clientAddress())
        + (", id " + request.id())
        + (request.result().reason() == null ? "" : ": " + request.result().reason());
  }

  private static String cut(String path) {
    return path.length() <= MAX_PATH ? path : path.substring(0, MAX_PATH) + "...";
  }
}

package dev.vidwiz.http.jetty;

import dev.vidwiz.http.error.ErrorResponses;
import dev.vidwiz.http.monitor.Monitor;
import dev.vidwiz.http.request.ClientAddress;
import dev.vidwiz.http.web.WebApp;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.OptionalInt;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.LowResourceMonitor;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Configures Jetty for Javalin. */
public final class Jetty {

  /** After a restart, thousands of workers and video streams may connect at once. */
  private static final int ACCEPT_QUEUE = 4096;

  /** Longer than a worker waits for a task, so that waiting connections do not time out. */
  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(75);

  private static final int MAX_HEADER_BYTES = 16 << 10;

  /** Javalin allocates an array of this size for each response (32 KB by default). */
  private static final int RESPONSE_BUFFER_BYTES = 4 << 10;

  /** A video id may be a whole URL in one path segment. */
  private static final UriCompliance URIS =
      UriCompliance.DEFAULT.with(
          "VidWiz",
          Violation.AMBIGUOUS_PATH_SEPARATOR,
          Violation.AMBIGUOUS_PATH_SEGMENT,
          Violation.AMBIGUOUS_PATH_ENCODING,
          Violation.AMBIGUOUS_EMPTY_SEGMENT,
          Violation.AMBIGUOUS_PATH_PARAMETER);

  private final ServerSettings settings;
  private final ErrorResponses errors;
  private final Envelope envelope;
  private final Drain drain = new Drain();

  /** Reports all requests to {@code monitor}. */
  public Jetty(ServerSettings settings, ErrorResponses errors, Monitor monitor) {
    this.settings = settings;
    this.errors = errors;
    this.envelope =
        new Envelope(new ClientAddress(settings.trustedProxies()), settings.receiving(), monitor);
  }

  /** Returns the HTTP status of an exception of Jetty; empty for other exceptions. */
  public static OptionalInt statusOf(Throwable cause) {
    return cause instanceof HttpException refusal
        ? OptionalInt.of(refusal.getCode())
        : OptionalInt.empty();
  }

  /** Returns the graceful stop, for use once the server has started. */
  public Drain drain() {
    return drain;
  }

  /** Configures Javalin. Call this before routes are added. */
  public void configure(JavalinConfig config) {
    config.concurrency.useVirtualThreads = true;
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.responseBufferSize = RESPONSE_BUFFER_BYTES;
    config.jetty.modifyServer(Jetty::removeDefaults);
    config.jetty.modifyHttpConfiguration(Jetty::configure);
    config.jetty.addConnector(this::connector);
    if (settings.webApp() != null) {
      serve(new WebApp(settings.webApp()), config);
    }
    config.jetty.modifyServer(this::configure);
  }

  private static void serve(WebApp webApp, JavalinConfig config) {
    config.events.handlerAdded(route -> webApp.excludeRoute(route.getPath()));
    config.jetty.modifyServer(server -> server.insertHandler(new WebAppFiles(webApp)));
  }

  /** Removes Javalin's request statistics and its check for few threads every second. */
  private static void removeDefaults(Server server) {
    server.setHandler((Handler) null);
    server.removeBean(server.getBean(LowResourceMonitor.class));
  }

  private static void configure(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setUriCompliance(URIS);
    http.setRequestHeaderSize(MAX_HEADER_BYTES);
    // The cache would take 100 KB for each connection with a second request.
    http.setHeaderCacheSize(0);
  }

  private Connector connector(Server server, HttpConfiguration http) {
    ServerConnector connector =
        new DrainableConnector(server, TimedHead.factory(http, settings.receiving()));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
    connector.setAcceptQueueSize(ACCEPT_QUEUE);
    return connector;
  }

  private void configure(Server server) {
    server.setErrorHandler(new JettyErrors(errors, envelope));
    server.insertHandler(new Cors(settings.corsOrigins()));
    server.insertHandler(envelope);
    server.insertHandler(drain);
  }
}

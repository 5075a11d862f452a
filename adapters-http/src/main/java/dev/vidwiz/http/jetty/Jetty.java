package dev.vidwiz.http.jetty;

import dev.vidwiz.http.error.ErrorAnswers;
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

/** Sets up Jetty under Javalin. */
public final class Jetty {

  /** Thousands of workers and watchers may connect at once after a restart. */
  private static final int ACCEPT_QUEUE = 4096;

  /** Longer than a worker waits for a task, so that nobody looks at thousands who only wait. */
  private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(75);

  private static final int MAX_HEADER_BYTES = 16 << 10;

  /**
   * Javalin makes such an array for each answer, of 32 kB unless told; Jetty gathers the copies.
   */
  private static final int COPIED_AT_ONCE = 4 << 10;

  /** An id of a video may be a whole URL in one part of the path. */
  private static final UriCompliance URIS =
      UriCompliance.DEFAULT.with(
          "VidWiz",
          Violation.AMBIGUOUS_PATH_SEPARATOR,
          Violation.AMBIGUOUS_PATH_SEGMENT,
          Violation.AMBIGUOUS_PATH_ENCODING,
          Violation.AMBIGUOUS_EMPTY_SEGMENT,
          Violation.AMBIGUOUS_PATH_PARAMETER);

  private final ServerSettings settings;
  private final ErrorAnswers errors;
  private final Envelope envelope;
  private final Drain drain = new Drain();

  /** Listens as the settings say; the monitor is told of all requests. */
  public Jetty(ServerSettings settings, ErrorAnswers errors, Monitor monitor) {
    this.settings = settings;
    this.errors = errors;
    this.envelope =
        new Envelope(new ClientAddress(settings.trustedProxies()), settings.receiving(), monitor);
  }

  /** Returns the status that Jetty means by an exception, if it is one of its own. */
  public static OptionalInt statusOf(Throwable cause) {
    return cause instanceof HttpException refusal
        ? OptionalInt.of(refusal.getCode())
        : OptionalInt.empty();
  }

  /** Returns what ends the connections, once the server has started. */
  public Drain drain() {
    return drain;
  }

  /** Configures a Javalin; to be called before its routes are added. */
  public void configure(JavalinConfig config) {
    config.concurrency.useVirtualThreads = true;
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.responseBufferSize = COPIED_AT_ONCE;
    config.jetty.modifyServer(Jetty::removeDefaults);
    config.jetty.modifyServletContextHandler(
        context -> context.setSessionHandler(new NoSessions()));
    config.jetty.modifyHttpConfiguration(Jetty::configure);
    config.jetty.addConnector(this::connector);
    if (settings.webApp() != null) {
      serve(new WebApp(settings.webApp()), config);
    }
    config.jetty.modifyServer(this::configure);
  }

  private static void serve(WebApp webApp, JavalinConfig config) {
    config.events.handlerAdded(route -> webApp.leaveToRoutes(route.getPath()));
    config.jetty.modifyServer(server -> server.insertHandler(new WebAppFiles(webApp)));
  }

  /** Javalin has Jetty count all requests, and look each second whether it is short of threads. */
  private static void removeDefaults(Server server) {
    server.setHandler((Handler) null);
    server.removeBean(server.getBean(LowResourceMonitor.class));
  }

  private static void configure(HttpConfiguration http) {
    http.setSendServerVersion(false);
    http.setUriCompliance(URIS);
    http.setRequestHeaderSize(MAX_HEADER_BYTES);
    // It would hold 100 kB for each connection on which a second request comes.
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

package dev.vidwiz.http;

import dev.vidwiz.http.error.ErrorAnswers;
import dev.vidwiz.http.web.WebApp;
import dev.vidwiz.http.web.WebAppSettings;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.time.Duration;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LowResourceMonitor;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Sets up Jetty under Javalin. */
final class Jetty {

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

  private final HttpSettings settings;
  private final ErrorAnswers errors;
  private final Envelope envelope;
  private final Drain drain = new Drain();

  Jetty(HttpSettings settings, ErrorAnswers errors, Envelope envelope) {
    this.settings = settings;
    this.errors = errors;
    this.envelope = envelope;
  }

  /** Returns what ends the connections, once the server has started. */
  Drain drain() {
    return drain;
  }

  void configure(JavalinConfig config) {
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
    WebAppSettings webApp = settings.browsers().webApp();
    if (webApp != null) {
      serve(new WebApp(webApp), config);
    }
    config.jetty.modifyServer(this::configure);
  }

  private static void serve(WebApp webApp, JavalinConfig config) {
    config.events.handlerAdded(route -> webApp.leaveToRoutes(route.getPath()));
    config.jetty.modifyServer(server -> server.insertHandler(webApp));
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
    ServerConnector connector = new DrainableConnector(server, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
    connector.setAcceptQueueSize(ACCEPT_QUEUE);
    return connector;
  }

  private void configure(Server server) {
    server.setErrorHandler(new JettyErrors(errors, envelope));
    server.insertHandler(new Cors(settings.browsers().corsOrigins()));
    server.insertHandler(envelope);
    server.insertHandler(drain);
  }
}

package dev.vidwiz.http.jetty;

import dev.vidwiz.http.RawClient;
import dev.vidwiz.http.RecordingMonitor;
import dev.vidwiz.http.TestServer;
import dev.vidwiz.http.error.ErrorResponses;
import dev.vidwiz.http.json.Json;
import io.javalin.Javalin;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Set;
import org.eclipse.jetty.server.Server;

/** A server as this package sets it up, with one route: {@code GET /}. */
public final class JettyServer implements AutoCloseable {

  private static final ServerSettings SETTINGS =
      TestServer.listening(0, Set.of(), address -> false);

  private final Javalin javalin;

  public JettyServer(Handler handler) {
    ErrorResponses errors = new ErrorResponses(new Json(ZoneOffset.UTC), Jetty::statusOf);
    Jetty jetty = new Jetty(SETTINGS, errors, new RecordingMonitor());
    this.javalin =
        Javalin.create(
                config -> {
                  jetty.configure(config);
                  config.routes.get("/", handler);
                })
            .start();
  }

  Server jetty() {
    return javalin.jettyServer().server();
  }

  public RawClient connect() throws IOException {
    return new RawClient(javalin.port());
  }

  @Override
  public void close() {
    javalin.stop();
  }
}

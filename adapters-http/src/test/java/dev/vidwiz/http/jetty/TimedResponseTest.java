package dev.vidwiz.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.http.RawClient;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that do not read what they asked for. */
class TimedResponseTest {

  private static final String REQUEST = "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

  /** More than all buffers between two programs. */
  private static final int LARGE = 64 << 20;

  private final Server server = new Server();
  private final CompletableFuture<Void> written = new CompletableFuture<>();

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void the_connection_of_a_client_that_does_not_read_is_closed() throws Exception {
    try (RawClient client = start(Duration.ofMillis(50)).send(REQUEST)) {
      assertThat(written.handle((ignored, failure) -> failure).get())
          .isInstanceOf(IOException.class);
      assertThat(client.skipRest()).isLessThan(LARGE);
    }
  }

  @Test
  void a_client_that_reads_gets_all() throws Exception {
    try (RawClient client = start(Duration.ofMinutes(5)).send(REQUEST)) {
      assertThat(client.skipRest()).isGreaterThan(LARGE);
      written.get();
    }
  }

  private RawClient start(Duration max) throws Exception {
    ServerConnector connector = new ServerConnector(server);
    server.addConnector(connector);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            Callback done =
                Callback.from(
                    () -> {
                      written.complete(null);
                      callback.succeeded();
                    },
                    failure -> {
                      written.completeExceptionally(failure);
                      callback.failed(failure);
                    });
            new TimedResponse(request, response, max, Integer.MAX_VALUE)
                .write(true, ByteBuffer.allocate(LARGE), done);
            return true;
          }
        });
    server.start();
    return new RawClient(connector.getLocalPort());
  }
}

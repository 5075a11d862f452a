package dev.vidwiz.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.http.Await;
import dev.vidwiz.http.RawClient;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ClientConnectionTest {

  private static final String REQUEST = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

  @Test
  void is_not_open_when_the_client_has_stopped_sending() throws IOException {
    try (JettyServer server =
            new JettyServer(
                ctx -> {
                  ClientConnection connection = ClientConnection.of(ctx);
                  Await.until(() -> !connection.isOpen());
                  ctx.result("gone");
                });
        RawClient client = server.connect()) {
      client.send(REQUEST).finish();

      assertThat(client.read().body()).isEqualTo("gone");
    }
  }

  @Test
  void is_open_after_a_pipelined_request_which_is_not_lost() throws IOException {
    CountDownLatch begun = new CountDownLatch(1);
    try (JettyServer server =
            new JettyServer(
                ctx -> {
                  begun.await();
                  ClientConnection connection = ClientConnection.of(ctx);
                  ctx.result(connection.isOpen() + " " + connection.isOpen());
                });
        RawClient client = server.connect()) {
      client.send(REQUEST + "GET / HTTP/1.1\r\nHo");
      begun.countDown();
      assertThat(client.read().body()).isEqualTo("true true");

      client.send("st: x\r\n\r\n");
      assertThat(client.read().body()).isEqualTo("true true");
    }
  }
}

package dev.vidwiz.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.http.Await;
import dev.vidwiz.http.RawClient;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

class DrainableConnectorTest {

  private static final int CLIENTS = 8;
  private static final String REQUEST = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

  private static final Handler EMPTY_ANSWERS =
      new Handler.Abstract() {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
          callback.succeeded();
          return true;
        }
      };

  @Test
  void connections_made_before_listening_ends_are_answered() throws Exception {
    Server server = new Server();
    DrainableConnector connector = new DrainableConnector(server, new HttpConnectionFactory());
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(EMPTY_ANSWERS);
    connector.setAccepting(false);
    server.start();
    try {
      int port = connector.getLocalPort();
      List<RawClient> waiting = connect(port);
      connector.stopListening();
      connector.setAccepting(true);

      for (RawClient client : waiting) {
        assertThat(client.read().status()).isEqualTo(200);
        client.close();
      }
      Await.until(() -> refuses(port));
    } finally {
      server.stop();
    }
  }

  private static List<RawClient> connect(int port) throws IOException {
    List<RawClient> waiting = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      waiting.add(new RawClient(port).send(REQUEST));
    }
    return waiting;
  }

  private static boolean refuses(int port) {
    try (RawClient client = new RawClient(port)) {
      client.finish();
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A model server that gives every question the same answer. */
final class FakeModel implements AutoCloseable {

  private static final String ANSWER =
      """
      data: {"choices": [{"index": 0, "delta": {"content": "The moon pulls "}}]}

      data: {"choices": [{"index": 0, "delta": {"content": "on the sea [0:43]."}, "finish_reason": "stop"}]}

      data: [DONE]

      """;

  private final HttpServer server;

  private FakeModel(HttpServer server) {
    this.server = server;
  }

  static FakeModel start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1/chat/completions", exchange -> send(exchange, "text/event-stream", ANSWER));
    server.createContext(
        "/v1/models", exchange -> send(exchange, "application/json", "{\"data\": []}"));
    server.start();
    return new FakeModel(server);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  private static void send(HttpExchange exchange, String type, String body) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(body.getBytes(UTF_8));
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

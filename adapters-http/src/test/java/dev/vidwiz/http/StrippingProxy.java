package dev.vidwiz.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;

/** A reverse proxy that shows a server below a path, which it removes from requests. */
final class StrippingProxy implements AutoCloseable {

  static final String PREFIX = "/vidwiz";

  /** Headers of one connection, which are not passed on. */
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection", "content-length", "host", "http2-settings", "transfer-encoding", "upgrade");

  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer proxy;
  private final int serverPort;

  StrippingProxy(int serverPort) throws IOException {
    this.serverPort = serverPort;
    this.proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    proxy.createContext(PREFIX + "/", this::pass);
    proxy.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    proxy.start();
  }

  /** Returns the URL of a path of the server, as clients see it. */
  URI url(String path) {
    return URI.create("http://127.0.0.1:" + proxy.getAddress().getPort() + PREFIX + path);
  }

  private void pass(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString().substring(PREFIX.length());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + serverPort + path))
            .method(
                exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    try {
      respond(exchange, client.send(request.build(), BodyHandlers.ofInputStream()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private static void respond(HttpExchange exchange, HttpResponse<InputStream> response)
      throws IOException {
    response.headers().map().entrySet().stream()
        .filter(header -> !HOP_BY_HOP.contains(header.getKey()))
        .forEach(header -> exchange.getResponseHeaders().put(header.getKey(), header.getValue()));
    boolean empty = Set.of(204, 304).contains(response.statusCode());
    exchange.sendResponseHeaders(response.statusCode(), empty ? -1 : 0);
    if (!empty) {
      try (InputStream in = response.body();
          OutputStream out = exchange.getResponseBody()) {
        for (int read = in.read(); read >= 0; read = in.read()) {
          out.write(read);
          if (in.available() == 0) {
            out.flush();
          }
        }
      }
    }
  }

  @Override
  public void close() {
    proxy.stop(0);
    client.shutdownNow();
  }
}

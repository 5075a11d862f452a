package dev.vidwiz.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.vidwiz.domain.job.AiJobKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that answers as told, and our adapters set up to use it. */
public final class TestServer implements AutoCloseable {

  private static final AwsSettings.AccessKey KEY = new AwsSettings.AccessKey("id", "secret", null);
  private static final AwsSettings.Timeouts PATIENT =
      new AwsSettings.Timeouts(
          Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(120));

  /** An answer; all requests after the last one told get that again. */
  @FunctionalInterface
  public interface Answer {
    void write(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  public TestServer(Answer... answers) {
    this.answers.addAll(List.of(answers));
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public static Answer answer(int status, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  /** Takes the request and says nothing, until the server is closed. */
  public static Answer silence() {
    return exchange -> {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  /** Adapters that use the server at this address, with a bucket and two queues. */
  public static Aws adapters(URI endpoint, AwsSettings.Timeouts timeouts) {
    return adapters(endpoint, "bucket", timeouts);
  }

  /** Adapters that use the bucket with a name. */
  public static Aws adapters(URI endpoint, String bucket) {
    return adapters(endpoint, bucket, PATIENT);
  }

  private static Aws adapters(URI endpoint, String bucket, AwsSettings.Timeouts timeouts) {
    return new Aws(
        new AwsSettings(
            "ap-south-1",
            KEY,
            new AwsSettings.Endpoints(endpoint, null, null),
            bucket,
            Map.of(
                AiJobKind.AI_NOTE, endpoint.resolve("/000000000000/notes"),
                AiJobKind.SUMMARY, endpoint.resolve("/000000000000/summaries.fifo")),
            timeouts),
        ZoneOffset.ofHoursMinutes(5, 30));
  }

  public static Aws adapters(URI endpoint) {
    return adapters(endpoint, PATIENT);
  }

  public Aws adapters() {
    return adapters(address());
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Returns method and path of each request, and what came with it. */
  public List<String> requests() {
    return requests;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
      Answer answer = answers.size() > 1 ? answers.remove() : answers.element();
      answer.write(exchange);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

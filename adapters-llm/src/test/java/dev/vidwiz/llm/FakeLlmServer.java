package dev.vidwiz.llm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A server that speaks OpenAI's chat protocol over a real socket and does, request by request, what
 * a test has scripted: faults included. The last scripted reply is repeated.
 */
public final class FakeLlmServer implements AutoCloseable {

  /**
   * A request as it came.
   *
   * @param line the request line
   * @param headers by their names in lower case
   */
  public record Request(String line, Map<String, String> headers, String body) {

    /** Returns whether the model is asked something, and not which models there are. */
    boolean isQuestion() {
      return line.startsWith("POST ");
    }
  }

  private static final FakeReply MODELS = FakeReply.json("{\"data\": []}");

  private final ServerSocket listener;
  private final Function<Request, FakeReply> replies;
  private final Queue<FakeReply> script = new ArrayDeque<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<FakeConnection> connections = new CopyOnWriteArrayList<>();

  private FakeLlmServer(ServerSocket listener, @Nullable Function<Request, FakeReply> replies) {
    this.listener = listener;
    this.replies = replies == null ? request -> nextReply() : replies;
  }

  /** Starts a server on a free local port. */
  public static FakeLlmServer start(FakeReply... replies) {
    FakeLlmServer server = listen(null);
    server.reply(replies);
    return server;
  }

  /** Starts a server on a free local port that replies to each question as it demands. */
  public static FakeLlmServer start(Function<Request, FakeReply> replies) {
    return listen(request -> request.isQuestion() ? replies.apply(request) : MODELS);
  }

  private static FakeLlmServer listen(@Nullable Function<Request, FakeReply> replies) {
    try {
      ServerSocket listener = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
      FakeLlmServer server = new FakeLlmServer(listener, replies);
      Thread.ofVirtual().name("fake-llm").start(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces what is left of the script. */
  public void reply(FakeReply... replies) {
    synchronized (script) {
      script.clear();
      script.addAll(List.of(replies));
    }
  }

  /** Returns the address to ask, as a model's base URL. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/api/v1");
  }

  /** Returns all requests so far. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Returns all requests so far but those of health checks. */
  public List<Request> questions() {
    return requests.stream().filter(Request::isQuestion).toList();
  }

  /** Tells whether the client closes all of its connections within some time. */
  public boolean awaitClientGone(Duration timeout) throws InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    for (FakeConnection connection : connections) {
      long left = Math.max(0, end - System.nanoTime());
      if (!connection.awaitClientGone(Duration.ofNanos(left).toMillis())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (FakeConnection connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        FakeConnection connection = new FakeConnection(listener.accept());
        connections.add(connection);
        Thread.ofVirtual().name("fake-llm-connection").start(() -> serve(connection));
      } catch (IOException e) {
        // Closed, or the next one will do.
      }
    }
  }

  private void serve(FakeConnection connection) {
    try {
      Request request = connection.nextRequest();
      while (request != null) {
        requests.add(request);
        replies.apply(request).play(connection);
        request = connection.nextRequest();
      }
    } catch (IOException e) {
      // The client has gone, or the script has dropped it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private FakeReply nextReply() {
    synchronized (script) {
      FakeReply next = script.size() > 1 ? script.poll() : script.peek();
      return next == null ? FakeReply.status(500, "") : next;
    }
  }
}

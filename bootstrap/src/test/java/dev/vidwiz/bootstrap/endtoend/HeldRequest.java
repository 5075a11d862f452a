package dev.vidwiz.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A request on a separate socket, read line by line on a virtual thread, so that thousands can be
 * open.
 */
final class HeldRequest implements AutoCloseable {

  private static final String END = "";

  private final Socket socket;
  private final CompletableFuture<Integer> status = new CompletableFuture<>();
  private final BlockingQueue<String> data = new LinkedBlockingQueue<>();

  private HeldRequest(Socket socket) {
    this.socket = socket;
  }

  static HeldRequest open(
      int port, String method, String path, Map<String, String> headers, String body) {
    try {
      Socket socket = new Socket();
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
      head.append("Host: localhost\r\nConnection: close\r\n");
      headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
      if (!body.isEmpty()) {
        head.append("Content-Type: application/json\r\n");
        head.append("Content-Length: " + body.getBytes(UTF_8).length + "\r\n");
      }
      socket.getOutputStream().write((head + "\r\n" + body).getBytes(UTF_8));
      HeldRequest held = new HeldRequest(socket);
      Thread.ofVirtual().start(held::read);
      return held;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Completes with the status when the answer starts, exceptionally without an answer. */
  CompletableFuture<Integer> status() {
    return status;
  }

  /** Runs the action when the answer starts. */
  void whenAnswered(Runnable action) {
    var _ = status.thenRun(action);
  }

  /** Waits for the next line with data: an event, or a complete JSON answer. */
  String next() {
    try {
      String line = data.poll(Program.TIMEOUT_SECONDS, TimeUnit.SECONDS);
      if (line == null) {
        throw new AssertionError("no data arrived");
      }
      return line;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits for the next line, and returns whether it is the end of the answer. */
  boolean hasEnded() {
    return next().equals(END);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8), 1024)) {
      String first = lines.readLine();
      if (first == null) {
        throw new IOException("no answer");
      }
      status.complete(Integer.valueOf(first.split(" ", 3)[1]));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        // Tests do not need headers, chunk sizes and comments.
        if (line.startsWith("data: ") || line.startsWith("{")) {
          data.add(line);
        }
      }
    } catch (IOException e) {
      status.completeExceptionally(e);
    } finally {
      data.add(END);
    }
  }
}

package dev.vidwiz.llm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a {@link FakeLlmServer}, which reads on while it answers, to see the client go.
 */
final class FakeConnection {

  private final Socket socket;
  private final BlockingQueue<Optional<FakeLlmServer.Request>> requests =
      new LinkedBlockingQueue<>();
  private final CountDownLatch gone = new CountDownLatch(1);

  FakeConnection(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    Thread.ofVirtual().name("fake-llm-reader").start(this::readRequests);
  }

  /** Returns the next request; null when the client has gone. */
  FakeLlmServer.@Nullable Request nextRequest() throws InterruptedException {
    return requests.take().orElse(null);
  }

  OutputStream out() throws IOException {
    return socket.getOutputStream();
  }

  boolean clientGone() {
    return gone.getCount() == 0;
  }

  void awaitClientGone() throws InterruptedException {
    gone.await();
  }

  boolean awaitClientGone(long millis) throws InterruptedException {
    return gone.await(millis, TimeUnit.MILLISECONDS);
  }

  void waitFor(CountDownLatch latch) throws InterruptedException {
    boolean open = false;
    while (!open && !clientGone()) {
      open = latch.await(20, TimeUnit.MILLISECONDS);
    }
  }

  void close() throws IOException {
    socket.close();
  }

  private void readRequests() {
    try {
      InputStream in = socket.getInputStream();
      for (String line = line(in); !line.isEmpty(); line = line(in)) {
        Map<String, String> headers = headers(in);
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        requests.add(Optional.of(new FakeLlmServer.Request(line, headers, body)));
      }
    } catch (IOException e) {
      // A reset is a way of going, too.
    } finally {
      gone.countDown();
      requests.add(Optional.empty());
    }
  }

  private static Map<String, String> headers(InputStream in) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return headers;
  }

  /** Reads a line; empty at the end of the stream. */
  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      line.append((char) b);
    }
    return line.toString().strip();
  }
}

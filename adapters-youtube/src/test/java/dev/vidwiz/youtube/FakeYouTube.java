package dev.vidwiz.youtube;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server that answers each path with scripted bytes, so that it can break the rules of HTTP as
 * well as keep them.
 */
public final class FakeYouTube implements AutoCloseable {

  public static final String WATCH = "/watch";
  public static final String CAPTIONS = "/api/timedtext";

  /**
   * An answer, a byte per character; when it is not {@code complete}, the connection stays open
   * after it.
   */
  private record Answer(String bytes, boolean complete) {}

  /** A request as it came; header names are in lower case. */
  public record Request(String target, Map<String, String> headers) {}

  private final ServerSocket server;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();

  /** Starts on a free local port. */
  public FakeYouTube() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** Returns the address, without a path. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** Returns all requests so far. */
  public List<Request> requests() {
    return requests;
  }

  /** Scripts a page for a path. */
  public FakeYouTube answers(String path, String body) {
    return answers(path, 200, body, "Content-Type: text/html; charset=utf-8");
  }

  FakeYouTube answers(String path, int status, String body, String... headers) {
    byte[] bytes = body.getBytes(UTF_8);
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\n");
    List.of(headers).forEach(header -> head.append(header).append("\r\n"));
    head.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
    return answersRaw(path, head + new String(bytes, ISO_8859_1));
  }

  /** Takes requests for a path and says nothing. */
  public FakeYouTube stalls(String path) {
    return stallsAfter(path, "");
  }

  FakeYouTube redirects(String path, String location) {
    return answers(path, 302, "", "Location: " + location);
  }

  /** Sends these characters, a byte each, and closes the connection. */
  FakeYouTube answersRaw(String path, String answer) {
    answers.put(path, new Answer(answer, true));
    return this;
  }

  /** Sends these characters and then nothing, but holds the connection. */
  FakeYouTube stallsAfter(String path, String answer) {
    answers.put(path, new Answer(answer, false));
    return this;
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        sockets.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (SocketException e) {
      // Closed.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(Socket socket) {
    try {
      Request request =
          read(new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)));
      requests.add(request);
      Answer answer = answers.get(request.target().replaceFirst("\\?.*", ""));
      OutputStream out = socket.getOutputStream();
      if (answer == null) {
        out.write("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n".getBytes(UTF_8));
      } else {
        out.write(answer.bytes().getBytes(ISO_8859_1));
      }
      out.flush();
      if (answer == null || answer.complete()) {
        socket.close();
      }
    } catch (IOException e) {
      // The client has left.
    }
  }

  private static Request read(BufferedReader in) throws IOException {
    String target = in.readLine().split(" ", -1)[1];
    Map<String, String> headers = new HashMap<>();
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      String[] header = line.split(": *", 2);
      headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
    }
    return new Request(target, headers);
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}

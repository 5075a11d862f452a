package dev.vidwiz.youtube;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.EOFException;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server that answers each path with scripted bytes, so that it can also break the rules of HTTP.
 * It has every video: the id in an answer of {@link PageBuilder} is replaced by the requested one.
 */
public final class FakeYouTube implements AutoCloseable {

  public static final String WATCH = "/watch";
  public static final String CAPTIONS = "/api/timedtext";
  private static final String PLAYER = "/youtubei/v1/player";

  private static final Map<String, String> CLIENTS =
      Map.of("1", "WEB", "3", "ANDROID", "5", "IOS", "101", "VISIONOS");

  private static final Pattern REQUESTED_ID =
      Pattern.compile("(?:[?&](?:v|id)=|%3Fv%3D|\"videoId\":\")([\\w-]{11})");

  /**
   * An answer, one byte per character. Unless it is {@code complete}, the connection stays open
   * after it.
   */
  private record Answer(String bytes, boolean complete) {}

  private static final Answer MISSING =
      new Answer("HTTP/1.1 404 No\r\nConnection: close\r\nContent-Length: 0\r\n\r\n", true);

  /** A received request. Header names are in lower case, and a GET has an empty body. */
  public record Request(String target, Map<String, String> headers, String body) {

    /** Returns the path, and for the common path of the apps also the client. */
    String key() {
      String path = target.replaceFirst("\\?.*", "");
      return path.equals(PLAYER) ? player(client()) : path;
    }

    private String client() {
      return CLIENTS.getOrDefault(headers.getOrDefault("x-youtube-client-name", ""), "unknown");
    }

    private String localized(String answer) {
      Matcher requested = REQUESTED_ID.matcher(target + body);
      return requested.find()
          ? answer.replace(PageBuilder.VIDEO.value(), requested.group(1))
          : answer;
    }
  }

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

  /** Returns the key for the requests of a client, such as ANDROID, to use as a path. */
  public static String player(String client) {
    return PLAYER + " " + client;
  }

  /** Scripts a page for a path. */
  public FakeYouTube answers(String path, String body) {
    return answers(path, 200, body, "Content-Type: text/html; charset=utf-8");
  }

  /** Scripts an answer of any status for a path. */
  public FakeYouTube answers(String path, int status, String body, String... headers) {
    return answers(path, status, body.getBytes(UTF_8), headers);
  }

  FakeYouTube answers(String path, int status, byte[] bytes, String... headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Scripted\r\n");
    List.of(headers).forEach(header -> head.append(header).append("\r\n"));
    head.append("Connection: close\r\nContent-Length: " + bytes.length + "\r\n\r\n");
    return answersRaw(path, head + new String(bytes, ISO_8859_1));
  }

  /** Accepts requests for a path and sends nothing. */
  public FakeYouTube stalls(String path) {
    return stallsAfter(path, "");
  }

  FakeYouTube redirects(String path, String location) {
    return answers(path, 302, "", "Location: " + location);
  }

  /** Sends these characters, one byte each, and closes the connection. */
  FakeYouTube answersRaw(String path, String answer) {
    answers.put(path, new Answer(answer, true));
    return this;
  }

  /** Sends these characters and then nothing, but keeps the connection open. */
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
          read(new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1)));
      requests.add(request);
      Answer answer = answers.getOrDefault(request.key(), MISSING);
      OutputStream out = socket.getOutputStream();
      out.write(request.localized(answer.bytes()).getBytes(ISO_8859_1));
      out.flush();
      if (answer.complete()) {
        socket.close();
      }
    } catch (IOException e) {
      // The client has closed the connection.
    }
  }

  private static Request read(BufferedReader in) throws IOException {
    String first = in.readLine();
    if (first == null) {
      throw new EOFException();
    }
    Map<String, String> headers = new HashMap<>();
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      String[] header = line.split(": *", 2);
      headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
    }
    StringBuilder body = new StringBuilder();
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    while (body.length() < length) {
      body.append((char) in.read());
    }
    return new Request(
        first.split(" ", -1)[1], headers, new String(body.toString().getBytes(ISO_8859_1), UTF_8));
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}

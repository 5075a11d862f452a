package dev.vidwiz.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;

/**
 * A forward proxy that connects every name to one port of this machine. It requires the credentials
 * {@code ann:secret}.
 */
final class TestProxy implements AutoCloseable {

  /** The two clients of the JDK spell the name of the header differently. */
  private static final Pattern PASSWORD =
      Pattern.compile(
          "\nProxy-(?i:a)uthorization: Basic "
              + Base64.getEncoder().encodeToString("ann:secret".getBytes(ISO_8859_1))
              + "\r");

  private final ServerSocket socket;
  private final int target;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private TestProxy(ServerSocket socket, int target) {
    this.socket = socket;
    this.target = target;
    Thread.ofVirtual().start(this::acceptAll);
  }

  static TestProxy start(int target) {
    return start(ServerSocketFactory.getDefault(), target);
  }

  static TestProxy start(ServerSocketFactory sockets, int target) {
    try {
      return new TestProxy(sockets.createServerSocket(0), target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Returns the request lines with valid credentials. */
  List<String> requests() {
    return requests;
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      String head = head(client.getInputStream());
      while (!PASSWORD.matcher(head).find()) {
        write(
            client,
            String.join(
                "\r\n",
                "HTTP/1.1 407 Proxy Authentication Required",
                "Content-Length: 0",
                "Proxy-Authenticate: Basic realm=\"test\"",
                "",
                ""));
        head = head(client.getInputStream());
      }
      requests.add(head.substring(0, head.indexOf('\r')));
      if (head.startsWith("CONNECT ")) {
        write(client, "HTTP/1.1 200 Connected\r\n\r\n");
      } else {
        write(
            server,
            head.replaceFirst("http://[^/]+", "")
                .replaceFirst("(?i)\r\nConnection: [^\r]*", "")
                .replaceFirst("\r\n", "\r\nConnection: close\r\n"));
      }
      Thread.ofVirtual().start(() -> copy(client, server));
      server.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException e) {
      // One of the ends has gone.
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // One of the ends has gone.
    }
  }

  private static void write(Socket to, String text) throws IOException {
    to.getOutputStream().write(text.getBytes(ISO_8859_1));
    to.getOutputStream().flush();
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.write(next);
    }
    return head.toString(ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

package dev.vidwiz.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Sends requests like a careful load balancer: over one connection, kept open for as long as its
 * server permits, and to another server when a connection is refused. It never repeats a request
 * that was sent, so that any other error is a failure. For one thread.
 */
final class FailoverClient implements AutoCloseable {

  /** A complete answer. */
  record Answer(int status, String body) {}

  private final List<Integer> ports;
  private final Map<String, String> headers;
  private int current;
  private Socket socket = new Socket();
  private InputStream in = InputStream.nullInputStream();
  private boolean open;

  FailoverClient(List<Integer> ports, int first, Map<String, String> headers) {
    this.ports = ports;
    this.current = first;
    this.headers = headers;
  }

  Answer get(String path) throws IOException {
    return call("GET", path, "");
  }

  Answer post(String path, String json) throws IOException {
    return call("POST", path, json);
  }

  @Override
  public void close() throws IOException {
    open = false;
    socket.close();
  }

  private Answer call(String method, String path, String body) throws IOException {
    if (!open) {
      connect();
    }
    StringBuilder head =
        new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    if (!body.isEmpty()) {
      head.append("Content-Type: application/json\r\n");
      head.append("Content-Length: " + body.getBytes(UTF_8).length + "\r\n");
    }
    socket.getOutputStream().write((head + "\r\n" + body).getBytes(UTF_8));
    try {
      return readAnswer();
    } catch (IOException e) {
      throw new IOException(method + " " + path + " to " + ports.get(current) + " was cut", e);
    }
  }

  /** Skips servers that refuse the connection; for a moment, all of them may. */
  private void connect() throws IOException {
    for (int refused = 0; ; refused++) {
      try {
        socket = new Socket();
        socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(2 * Program.TIMEOUT_SECONDS));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.get(current)));
        in = new BufferedInputStream(socket.getInputStream());
        open = true;
        return;
      } catch (ConnectException e) {
        current = (current + 1) % ports.size();
        if (refused == ports.size()) {
          throw e;
        }
      }
    }
  }

  private Answer readAnswer() throws IOException {
    int status = Integer.parseInt(readLine().split(" ", 3)[1]);
    boolean chunked = false;
    boolean last = false;
    int length = -1;
    for (String line = readLine(); !line.isEmpty(); line = readLine()) {
      String header = line.toLowerCase(Locale.ROOT);
      chunked |= header.equals("transfer-encoding: chunked");
      last |= header.equals("connection: close");
      if (header.startsWith("content-length: ")) {
        length = Integer.parseInt(header.substring("content-length: ".length()));
      }
    }
    String body = status == 204 ? "" : readBody(chunked, last, length);
    if (last) {
      close();
    }
    return new Answer(status, body);
  }

  /** The last answer of a connection may have no length, and ends with the connection. */
  private String readBody(boolean chunked, boolean last, int length) throws IOException {
    if (chunked) {
      return readChunks();
    }
    return last && length < 0 ? new String(in.readAllBytes(), UTF_8) : read(length);
  }

  private String readChunks() throws IOException {
    StringBuilder body = new StringBuilder();
    int size;
    do {
      size = Integer.parseInt(readLine(), 16);
      body.append(read(size));
      readLine();
    } while (size > 0);
    return body.toString();
  }

  private String read(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("in the middle of an answer");
    }
    return new String(bytes, UTF_8);
  }

  private String readLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("instead of a line");
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(UTF_8);
  }
}

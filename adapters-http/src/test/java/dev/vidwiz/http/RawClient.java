package dev.vidwiz.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A connection on which a test says exactly what it wants to. */
public final class RawClient implements AutoCloseable {

  /** What came back; the body is empty when there is none of a known length. */
  public record RawAnswer(int status, Map<String, String> headers, String body) {}

  private final Socket socket;
  private final BufferedReader in;

  public RawClient(int port) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
  }

  /** Sends one byte for each character. */
  public RawClient send(String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
    return this;
  }

  /** Says that nothing more will be sent. */
  public void finish() throws IOException {
    socket.shutdownOutput();
  }

  /** Returns the next line of an answer without its end. */
  public String readLine() throws IOException {
    return in.readLine();
  }

  /** Returns the next chunk of an answer, once the line break behind it has come. */
  public String readChunk() throws IOException {
    String chunk = readCharacters(Integer.parseInt(in.readLine(), 16));
    if (!in.readLine().isEmpty()) {
      throw new IOException("a line break must follow a chunk");
    }
    return chunk;
  }

  public RawAnswer read() throws IOException {
    String statusLine = in.readLine();
    if (statusLine == null) {
      throw new IOException("no answer");
    }
    Map<String, String> headers = new HashMap<>();
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    return new RawAnswer(
        Integer.parseInt(statusLine.split(" ", 3)[1]),
        headers,
        readCharacters(Integer.parseInt(headers.getOrDefault("content-length", "0"))));
  }

  /** Waits for the other end to close the connection, having read all it sent. */
  public boolean hasEnded() throws IOException {
    return in.read() < 0;
  }

  /** Returns all that comes until the other end closes the connection. */
  public String readRest() throws IOException {
    return in.readAllAsString();
  }

  /** Like {@link #readRest}, of which it keeps nothing. Returns the number of characters. */
  public long skipRest() throws IOException {
    return in.transferTo(Writer.nullWriter());
  }

  private String readCharacters(int count) throws IOException {
    char[] text = new char[count];
    for (int n = 0; n < count; n += in.read(text, n, count - n)) {}
    return new String(text);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

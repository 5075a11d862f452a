package dev.vidwiz.bench.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The last response on a connection; valid until the next one starts. */
public final class Response {

  private static final int MAX_BODY = 16 << 20;

  private int status;
  private byte[] body = new byte[4096];
  private int length;

  Response() {}

  /** Returns the status code. */
  public int status() {
    return status;
  }

  /** Returns the body that has arrived since the last {@link #takeText}. */
  public String text() {
    return new String(body, 0, length, StandardCharsets.UTF_8);
  }

  /** Returns {@link #text} and clears it, for endless bodies. */
  public String takeText() {
    String text = text();
    length = 0;
    return text;
  }

  void begin(int newStatus) {
    status = newStatus;
    length = 0;
  }

  /** Appends bytes of the body from a buffer. */
  void append(ByteBuffer from, int count) {
    if (length + count > MAX_BODY) {
      throw new IllegalStateException("a body of more than " + MAX_BODY + " bytes");
    }
    if (length + count > body.length) {
      body = Arrays.copyOf(body, Math.max(length + count, 2 * body.length));
    }
    from.get(body, length, count);
    length += count;
  }
}

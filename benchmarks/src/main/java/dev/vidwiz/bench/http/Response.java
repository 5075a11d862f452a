package dev.vidwiz.bench.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The answer that a connection has read last; valid until the next one begins. */
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

  /** Returns what has come of the body since it was last {@link #takeText taken}. */
  public String text() {
    return new String(body, 0, length, StandardCharsets.UTF_8);
  }

  /** Returns {@link #text} and forgets it, for bodies that never end. */
  public String takeText() {
    String text = text();
    length = 0;
    return text;
  }

  void begin(int newStatus) {
    status = newStatus;
    length = 0;
  }

  /** Takes bytes of the body from a buffer. */
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

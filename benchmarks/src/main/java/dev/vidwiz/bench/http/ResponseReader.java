package dev.vidwiz.bench.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Parses the responses on one connection, in parts of any size.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#name-message-body-length">RFC 9112, message
 *     body length</a>
 */
final class ResponseReader {

  private enum Part {
    STATUS,
    HEADERS,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILERS
  }

  private static final int MAX_LINE = 16 << 10;
  private static final byte[] CONTENT_LENGTH =
      "content-length:".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] CHUNKED =
      "transfer-encoding: chunked".getBytes(StandardCharsets.US_ASCII);

  private final Response response = new Response();
  private final byte[] line = new byte[MAX_LINE];
  private int lineLength;
  private Part part = Part.STATUS;
  private boolean chunked;
  private long left;

  /** Returns the current or last response. */
  Response response() {
    return response;
  }

  /**
   * Parses bytes until a response is complete.
   *
   * @return whether a response is complete; otherwise all bytes were parsed
   */
  boolean read(ByteBuffer in) {
    while (in.hasRemaining()) {
      if (part == Part.BODY || part == Part.CHUNK) {
        takeBody(in);
      }
      if (isComplete(in)) {
        part = Part.STATUS;
        return true;
      }
    }
    return false;
  }

  private void takeBody(ByteBuffer in) {
    int count = (int) Math.min(left, in.remaining());
    response.append(in, count);
    left -= count;
  }

  /** Parses until the end of the response or of the bytes. */
  private boolean isComplete(ByteBuffer in) {
    return switch (part) {
      case BODY -> left == 0;
      case CHUNK -> {
        part = left == 0 ? Part.CHUNK_END : Part.CHUNK;
        yield false;
      }
      default -> takeLine(in) && endsWith(lineLengthReset());
    };
  }

  private boolean takeLine(ByteBuffer in) {
    while (in.hasRemaining()) {
      byte next = in.get();
      if (next == '\n') {
        return true;
      }
      if (next != '\r') {
        line[lineLength++] = next;
      }
    }
    return false;
  }

  private int lineLengthReset() {
    int length = lineLength;
    lineLength = 0;
    return length;
  }

  /** Returns whether the response ends with the current line. */
  private boolean endsWith(int length) {
    switch (part) {
      case STATUS -> status(length);
      case HEADERS -> {
        if (length == 0) {
          return endsWithHeaders();
        }
        header(length);
      }
      case CHUNK_SIZE -> {
        left = number(0, length, 16);
        part = left == 0 ? Part.TRAILERS : Part.CHUNK;
      }
      case CHUNK_END -> part = Part.CHUNK_SIZE;
      case TRAILERS -> {
        return length == 0;
      }
      case BODY, CHUNK -> throw new IllegalStateException("no line");
    }
    return false;
  }

  private void status(int length) {
    if (length < 12) {
      throw new IllegalStateException("no status line: " + text(length));
    }
    response.begin((int) number(9, 12, 10));
    chunked = false;
    left = 0;
    part = Part.HEADERS;
  }

  private void header(int length) {
    if (startsWith(CONTENT_LENGTH, length)) {
      left = number(CONTENT_LENGTH.length, length, 10);
    } else if (startsWith(CHUNKED, length)) {
      chunked = true;
    }
  }

  /** A status 1xx is followed by another one; 204 and 304 have no body. */
  private boolean endsWithHeaders() {
    int status = response.status();
    if (status < 200) {
      part = Part.STATUS;
      return false;
    }
    part = chunked ? Part.CHUNK_SIZE : Part.BODY;
    return status == 204 || status == 304 || (!chunked && left == 0);
  }

  private boolean startsWith(byte[] lowerCase, int length) {
    if (length < lowerCase.length) {
      return false;
    }
    for (int i = 0; i < lowerCase.length; i++) {
      byte each = line[i];
      if ((each >= 'A' && each <= 'Z' ? each + ('a' - 'A') : each) != lowerCase[i]) {
        return false;
      }
    }
    return true;
  }

  /** Parses a number with optional blanks around it, and ignores chunk extensions. */
  private long number(int from, int to, int radix) {
    String text = new String(line, from, to - from, StandardCharsets.US_ASCII);
    int semicolon = text.indexOf(';');
    return Long.parseLong((semicolon < 0 ? text : text.substring(0, semicolon)).strip(), radix);
  }

  private String text(int length) {
    return new String(Arrays.copyOf(line, length), StandardCharsets.UTF_8);
  }
}

package dev.vidwiz.llm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Takes the data of events out of a {@code text/event-stream} that comes in pieces cut anywhere. An
 * event that the end of the stream cuts off is dropped. Names, ids and retry times of events mean
 * nothing here.
 *
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream">
 *     WHATWG HTML, 9.2.5 and 9.2.6</a>
 */
final class EventStreamParser {

  private final int limit;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final StringBuilder data = new StringBuilder();
  private ByteBuffer input = ByteBuffer.allocate(0);
  private boolean onFirstLine = true;
  private boolean afterCarriageReturn;

  /** Bounds what one event may hold, in bytes. */
  EventStreamParser(int limit) {
    this.limit = limit;
  }

  /** Takes the next piece, after {@link #next} has returned null for the one before. */
  void feed(ByteBuffer bytes) {
    input = bytes;
  }

  /**
   * Returns the data of the next event; null when the piece holds no end of another one.
   *
   * @throws UnreadableException when an event is larger than the limit
   */
  @Nullable String next() throws UnreadableException {
    while (input.hasRemaining()) {
      byte b = input.get();
      boolean secondHalf = b == '\n' && afterCarriageReturn;
      afterCarriageReturn = b == '\r';
      if (b != '\n' && b != '\r') {
        append(b);
      } else if (!secondHalf) {
        String event = endLine();
        if (event != null) {
          return event;
        }
      }
    }
    return null;
  }

  private void append(byte b) throws UnreadableException {
    if (line.size() + data.length() >= limit) {
      throw new UnreadableException(
          "The model's server sent an event of more than " + limit + " bytes");
    }
    line.write(b);
  }

  private @Nullable String endLine() {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    if (onFirstLine && text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    onFirstLine = false;
    if (text.isEmpty()) {
      return endEvent();
    }
    int colon = text.indexOf(':');
    String field = colon < 0 ? text : text.substring(0, colon);
    if (field.equals("data")) {
      String value = colon < 0 ? "" : text.substring(colon + 1);
      data.append(value.startsWith(" ") ? value.substring(1) : value).append('\n');
    }
    return null;
  }

  private @Nullable String endEvent() {
    if (data.isEmpty()) {
      return null;
    }
    String event = data.substring(0, data.length() - 1);
    data.setLength(0);
    return event;
  }
}

package dev.vidwiz.llm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Takes events out of a {@code text/event-stream} that comes in pieces cut anywhere, and out of
 * what servers send in its place: JSON without field names, and documents without lines between.
 *
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream">
 *     WHATWG HTML, 9.2.5 and 9.2.6</a>
 */
final class EventStreamParser {

  /**
   * An event.
   *
   * @param error whether it is named an error
   * @param bare whether it is JSON that stands by itself
   */
  record Event(String data, boolean error, boolean bare) {}

  private final int limit;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final StringBuilder data = new StringBuilder();
  private ByteBuffer input = ByteBuffer.allocate(0);
  private boolean onFirstLine = true;
  private boolean afterCarriageReturn;
  private boolean error;
  private boolean bare;

  /** Bounds what one event may hold, in bytes. */
  EventStreamParser(int limit) {
    this.limit = limit;
  }

  /** Takes the next piece, after {@link #next} has returned null for the one before. */
  void feed(ByteBuffer bytes) {
    input = bytes;
  }

  /**
   * Returns the next event; null when the piece holds no end of another one.
   *
   * @throws UnreadableException when an event is larger than the limit
   */
  @Nullable Event next() throws UnreadableException {
    while (input.hasRemaining()) {
      byte b = input.get();
      boolean secondHalf = b == '\n' && afterCarriageReturn;
      afterCarriageReturn = b == '\r';
      if (b != '\n' && b != '\r') {
        append(b);
      } else if (!secondHalf) {
        Event event = endLine();
        if (event != null) {
          return event;
        }
      }
    }
    return null;
  }

  /** Returns the next event that only the end of the stream ends; null when there is none. */
  @Nullable Event last() {
    Event event = endLine();
    return event == null ? endEvent() : event;
  }

  private void append(byte b) throws UnreadableException {
    if (line.size() + data.length() >= limit) {
      throw new UnreadableException(
          "The model's server sent an event of more than " + limit + " bytes");
    }
    line.write(b);
  }

  private @Nullable Event endLine() {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    if (onFirstLine && text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    onFirstLine = false;
    if (text.isEmpty()) {
      return endEvent();
    }
    Event before = beginsAnother(text) ? endEvent() : null;
    take(text);
    return before;
  }

  private void take(String text) {
    int colon = text.indexOf(':');
    String value = text.substring(colon < 0 ? text.length() : colon + 1);
    value = value.startsWith(" ") ? value.substring(1) : value;
    String field = colon < 0 ? text : text.substring(0, colon);
    bare |= opensJson(text);
    if (bare) {
      data.append(text).append('\n');
    } else if (field.equals("event")) {
      error = value.equals("error");
    } else if (field.equals("data") || field.equals("error")) {
      error |= field.equals("error");
      data.append(value).append('\n');
    }
  }

  /** Behind a brace no document goes on with another one, and a bare one not with a field. */
  private boolean beginsAnother(String text) {
    String value = text.startsWith("data:") ? text.substring("data:".length()) : text;
    boolean goesOn = ",}]".indexOf((value.strip() + " ").charAt(0)) >= 0;
    return data.length() > 1
        && data.charAt(data.length() - 2) == '}'
        && (opensJson(value) || (bare && !goesOn));
  }

  private @Nullable Event endEvent() {
    String text = data.isEmpty() ? "" : data.substring(0, data.length() - 1);
    Event event = data.isEmpty() && !error ? null : new Event(text, error, bare);
    data.setLength(0);
    error = false;
    bare = false;
    return event;
  }

  private static boolean opensJson(String text) {
    return text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[");
  }
}

package dev.vidwiz.llm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Parses a {@code text/event-stream}, and what servers send instead: JSON without field names, and
 * documents without blank lines in between. Not thread-safe.
 *
 * @see <a
 *     href="https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream">
 *     WHATWG HTML, 9.2.5 and 9.2.6</a>
 */
final class EventStream {

  /**
   * An event.
   *
   * @param error whether its name is {@code error}
   * @param bare whether it is JSON without a field name
   */
  record Event(String data, boolean error, boolean bare) {}

  private final ResponseBytes body;
  private final int limit;
  private final StringBuilder data = new StringBuilder();
  private int lineEnd = -1;
  private boolean error;
  private boolean bare;

  /** Reads from {@code body}; {@code limit} is the maximum size of an event in bytes. */
  EventStream(ResponseBytes body, int limit) {
    this.body = body;
    this.limit = limit;
  }

  /**
   * Waits for the next event; returns null at the end of the stream. The end also completes an
   * event.
   *
   * @throws ProtocolException when an event is larger than the limit
   */
  @Nullable Event next(Deadline deadline) throws IOException, InterruptedException {
    for (String line = nextLine(deadline); line != null; line = nextLine(deadline)) {
      Event event = line.isEmpty() || beginsAnother(line) ? endEvent() : null;
      take(line);
      if (event != null) {
        return event;
      }
    }
    return endEvent();
  }

  private @Nullable String nextLine(Deadline deadline) throws IOException, InterruptedException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean first = lineEnd < 0;
    int b = body.read(deadline);
    if (b == '\n' && lineEnd == '\r') {
      b = body.read(deadline);
    }
    while (b >= 0 && b != '\n' && b != '\r') {
      if (line.size() + data.length() >= limit) {
        throw new ProtocolException(
            "The model's server sent an event of more than " + limit + " bytes");
      }
      line.write(b);
      b = body.read(deadline);
    }
    lineEnd = b;
    String text = line.toString(StandardCharsets.UTF_8);
    boolean marked = first && text.startsWith("\uFEFF");
    return b < 0 && text.isEmpty() ? null : marked ? text.substring(1) : text;
  }

  private void take(String line) {
    String[] field = line.split(": ?", 2);
    String value = field.length < 2 ? "" : field[1];
    bare |= opensJson(line);
    if (bare) {
      data.append(line).append('\n');
    } else if (field[0].equals("event")) {
      error = value.equals("error");
    } else if (field[0].equals("data") || field[0].equals("error")) {
      error |= field[0].equals("error");
      data.append(value).append('\n');
    }
  }

  /** After a closing brace, JSON starts a new document, and after a bare one a field does too. */
  private boolean beginsAnother(String line) {
    String value = (line.startsWith("data:") ? line.substring("data:".length()) : line).strip();
    boolean goesOn = !value.isEmpty() && ",}]".indexOf(value.charAt(0)) >= 0;
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

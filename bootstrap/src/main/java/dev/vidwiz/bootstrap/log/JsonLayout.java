package dev.vidwiz.bootstrap.log;

import static ch.qos.logback.core.encoder.JsonEscapeUtil.jsonEscapeString;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import org.slf4j.event.KeyValuePair;

/**
 * Formats events for machines: one flat JSON object per line, with the keys {@code time}, {@code
 * level}, {@code logger}, {@code message}, and {@code error} and {@code stack_trace} for an
 * exception, and the keys of the event. Thread-safe.
 */
public final class JsonLayout extends LayoutBase<ILoggingEvent> {

  private final Traces traces = new Traces();

  @Override
  public String doLayout(ILoggingEvent event) {
    StringBuilder json = new StringBuilder(300).append('{');
    add(json, "time", Instant.ofEpochMilli(event.getTimeStamp()));
    add(json, "level", event.getLevel());
    add(json, "logger", event.getLoggerName());
    add(json, "message", event.getFormattedMessage());
    if (event.getKeyValuePairs() != null) {
      for (KeyValuePair pair : event.getKeyValuePairs()) {
        add(json, pair.key, pair.value);
      }
    }
    IThrowableProxy exception = event.getThrowableProxy();
    if (exception != null) {
      add(json, "error", Traces.reason(exception));
      if (traces.isDue(event, exception)) {
        add(json, "stack_trace", Traces.trace(exception));
      }
    }
    return json.append("}\n").toString();
  }

  private static void add(StringBuilder json, String key, Object value) {
    json.append(json.length() > 1 ? ",\"" : "\"").append(key).append("\":");
    if (value instanceof Number) {
      json.append(value);
    } else {
      json.append('"').append(escaped(value.toString())).append('"');
    }
  }

  /** Logback escapes slashes, which JSON allows but does not require. */
  private static String escaped(String text) {
    return jsonEscapeString(text).replace("\\/", "/");
  }
}

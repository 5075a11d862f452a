package dev.vidwiz.bootstrap.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.event.KeyValuePair;

/** The text and JSON formats of log lines. */
class LayoutsTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123Z");
  private static final String NASTY = "a\r\n2026 ERROR b\\/ /\t\u001b[31m\u2028\u0085\"\\\ud800";

  private final LoggerContext context = new LoggerContext();
  private final TextLayout text = new TextLayout();
  private final JsonLayout json = new JsonLayout();

  @Test
  void a_text_line_is_one_line_with_any_content() {
    assertThat(text.doLayout(event(Level.INFO, NASTY, NOON, null)))
        .matches(
            "\\S+ INFO  Something: a\\\\u000d\\\\n2026 ERROR b\\\\/ /[^\n\r\t\u001b\u2028]*\n");
  }

  @Test
  void a_json_line_is_one_object_with_any_content() throws IOException {
    LoggingEvent event = event(Level.INFO, NASTY, NOON, null);
    event.setKeyValuePairs(
        List.of(new KeyValuePair("path", NASTY), new KeyValuePair("status", 200)));

    String line = json.doLayout(event);

    assertThat(line.lines()).hasSize(1);
    JsonNode object = new ObjectMapper().readTree(line);
    assertThat(object.get("time").textValue()).isEqualTo("2026-03-01T12:00:00.123Z");
    assertThat(object.get("level").textValue()).isEqualTo("INFO");
    assertThat(object.get("logger").textValue()).isEqualTo("dev.vidwiz.Something");
    assertThat(object.get("path").textValue()).isEqualTo(NASTY);
    assertThat(object.get("status").intValue()).isEqualTo(200);
    assertThat(object.has("error")).isFalse();
  }

  @Test
  void a_stack_trace_cannot_forge_log_lines() {
    String lines = text.doLayout(event(Level.ERROR, "failed", NOON, new IOException(NASTY)));

    assertThat(lines.lines().skip(1)).hasSizeGreaterThan(3).allMatch(line -> line.startsWith("\t"));
    assertThat(lines).doesNotContain("\r", "\u001b");
  }

  @Test
  void the_stack_trace_of_a_repeated_warning_is_logged_once_a_minute() {
    assertThat(traces(text, Level.WARN, NOON)).isEqualTo(1);
    assertThat(traces(text, Level.WARN, NOON)).as("in the same millisecond").isZero();
    assertThat(traces(text, Level.WARN, NOON.plusSeconds(59))).isZero();
    assertThat(traces(text, Level.WARN, NOON.plusSeconds(61))).isEqualTo(1);
    assertThat(traces(text, Level.WARN, NOON.plusSeconds(119))).isZero();
    assertThat(traces(json, Level.WARN, NOON)).isEqualTo(1);
    assertThat(traces(json, Level.WARN, NOON.plusSeconds(1))).isZero();
  }

  @Test
  void other_kinds_of_warnings_and_all_errors_have_stack_traces() {
    traces(text, Level.WARN, NOON);
    Exception other = new IOException("down", new IllegalArgumentException("other"));

    assertThat(text.doLayout(event(Level.WARN, "failed", NOON.plusSeconds(1), other)))
        .contains("\tjava.io.IOException: down", "IllegalArgumentException: other");
    assertThat(traces(text, Level.ERROR, NOON.plusSeconds(1))).isEqualTo(1);
    assertThat(traces(text, Level.ERROR, NOON.plusSeconds(2))).isEqualTo(1);
  }

  @Test
  void the_reason_is_always_logged() throws IOException {
    traces(text, Level.WARN, NOON);
    traces(json, Level.WARN, NOON);
    LoggingEvent again = event(Level.WARN, "failed", NOON.plusSeconds(1), failure());

    assertThat(text.doLayout(again)).endsWith(" Something: failed: away: refused\n");
    assertThat(new ObjectMapper().readTree(json.doLayout(again)).get("error").textValue())
        .isEqualTo("away: refused");
  }

  private long traces(LayoutBase<ILoggingEvent> layout, Level level, Instant time) {
    String line = layout.doLayout(event(level, "failed", time, failure()));
    return line.contains("java.lang.IllegalStateException: away") ? 1 : 0;
  }

  private static Exception failure() {
    return new IllegalStateException("away", new IOException("refused"));
  }

  private LoggingEvent event(Level level, String message, Instant time, Throwable exception) {
    LoggingEvent event =
        new LoggingEvent(
            "", context.getLogger("dev.vidwiz.Something"), level, message, exception, null);
    event.setInstant(time);
    return event;
  }
}

package dev.vidwiz.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vidwiz.llm.EventStream.Event;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventStreamTest {

  private static final int LIMIT = 100;
  private static final Deadline LATER = Deadline.in(Duration.ofMinutes(1), "");

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n"})
  void lines_end_in_any_of_three_ways(String end) throws Exception {
    String stream = "data: one%sdata: more%s%sdata: two%s%s".replace("%s", end);

    assertThat(parse(stream)).containsExactly("one\nmore", "two");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 7})
  void pieces_may_be_cut_anywhere(int size) throws Exception {
    String stream = "\uFEFF: hi\r\ndata: naïve 🎬 日本\r\ndata:二\r\n\r\nid: 3\rdata: x\r\r";

    assertThat(parse(stream.getBytes(StandardCharsets.UTF_8), size))
        .containsExactly("naïve 🎬 日本\n二", "x");
  }

  @Test
  void one_blank_after_the_colon_is_dropped_and_no_more() throws Exception {
    assertThat(parse("data:a\n\ndata: b\n\ndata:  c\n\n")).containsExactly("a", "b", " c");
  }

  @Test
  void comments_and_other_fields_are_ignored() throws Exception {
    String stream =
        """
        : OPENROUTER PROCESSING

        event: message
        id: 1
        retry: 10
        dataset: no
        DATA: no
         data: no
        data: yes

        """;

    assertThat(parse(stream)).containsExactly("yes");
  }

  @Test
  void data_may_have_no_colon_or_be_empty() throws Exception {
    assertThat(parse("data\n\ndata\ndata\n\ndata:\n\n")).containsExactly("", "\n", "");
  }

  @Test
  void a_byte_order_mark_counts_at_the_start_only() throws Exception {
    assertThat(parse("\uFEFFdata: a\n\n\uFEFFdata: b\n\n")).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\n\n", "\r\n"})
  void the_end_of_the_stream_ends_the_last_event(String end) throws Exception {
    assertThat(parse("data: one\n\ndata: last" + end)).containsExactly("one", "last");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data: {1}\ndata: {2}\ndata: [DONE]\n",
        "{1}\n{2}\n[DONE]",
        "{1}\ndata: {2}\ndata: [DONE]\n",
        "data: {1}\n{2}\n: hi\ndata: [DONE]\n\n",
        "data: {1}\n\n{2}\n\n[DONE]\n\n"
      })
  void documents_need_no_lines_between_and_no_name(String stream) throws Exception {
    assertThat(parse(stream)).containsExactly("{1}", "{2}", "[DONE]");
  }

  @Test
  void a_document_may_have_many_lines() throws Exception {
    assertThat(parse("{\n \"data\":\n {\n}\n}\n")).containsExactly("{\n \"data\":\n {\n}\n}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"event: error\ndata: x\n\n", "error: x\n\n", "event:error\ndata:x"})
  void an_event_may_be_named_an_error(String stream) throws Exception {
    EventStream events = stream(stream.getBytes(StandardCharsets.UTF_8), Integer.MAX_VALUE);

    assertThat(events.next(LATER)).isEqualTo(new Event("x", true, false));
  }

  @Test
  void bytes_that_are_no_utf_8_are_replaced() throws Exception {
    byte[] stream = "data: a?b\n\n".getBytes(StandardCharsets.UTF_8);
    stream[7] = (byte) 0xFF;

    assertThat(parse(stream, stream.length)).containsExactly("a\uFFFDb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"data: %s", ": %s", "%s", "data: %s\ndata: %s"})
  void an_event_has_a_largest_size(String start) {
    assertThatThrownBy(
            () ->
                parse(
                    "data: ok\n\n"
                        + start.replace("%s", "x".repeat(start.length() > 10 ? 60 : 101))))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void events_before_one_that_is_too_large_are_seen() throws Exception {
    byte[] bytes = ("data: ok\n\n" + "x".repeat(LIMIT + 1)).getBytes(StandardCharsets.UTF_8);

    assertThat(stream(bytes, bytes.length).next(LATER)).isEqualTo(new Event("ok", false, false));
  }

  @Test
  void many_small_events_are_not_too_large() throws Exception {
    assertThat(parse(": comment\ndata: ok\n\n".repeat(1000))).hasSize(1000);
  }

  private static List<String> parse(String stream) throws Exception {
    return parse(stream.getBytes(StandardCharsets.UTF_8), Integer.MAX_VALUE);
  }

  private static List<String> parse(byte[] bytes, int size) throws Exception {
    EventStream events = stream(bytes, size);
    List<String> data = new ArrayList<>();
    for (Event event = events.next(LATER); event != null; event = events.next(LATER)) {
      data.add(event.data());
    }
    return data;
  }

  /** Returns the events in a body that came in pieces of a size. */
  private static EventStream stream(byte[] bytes, int size) {
    ResponseBytes body = new ResponseBytes();
    body.onSubscribe(
        new Flow.Subscription() {
          @Override
          public void request(long n) {}

          @Override
          public void cancel() {}
        });
    for (int from = 0; from < bytes.length; from += Math.min(size, bytes.length)) {
      int length = Math.min(size, bytes.length - from);
      body.onNext(List.of(ByteBuffer.wrap(bytes, from, length)));
    }
    body.onComplete();
    return new EventStream(body, LIMIT);
  }
}

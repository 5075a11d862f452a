package dev.vidwiz.bench.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseReaderTest {

  private static final String OF_LENGTH =
      "HTTP/1.1 201 Created\r\ncontent-length: 5\r\nX-Other: 7\r\n\r\nhello";
  private static final String CHUNKED =
      """
      HTTP/1.1 200 OK\r
      Transfer-Encoding: chunked\r
      \r
      3\r
      hel\r
      C;x=y\r
      lo, \u00e4 world\r
      0\r
      \r
      """;
  private static final String EMPTY = "HTTP/1.1 204 No Content\r\nDate: today\r\n\r\n";

  private final ResponseReader reader = new ResponseReader();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1000})
  void responses_come_in_pieces_of_any_size(int size) {
    for (int i = 0; i < 2; i++) {
      assertThat(read(OF_LENGTH, size)).isTrue();
      assertThat(reader.response().status()).isEqualTo(201);
      assertThat(reader.response().text()).isEqualTo("hello");

      assertThat(read(CHUNKED, size)).isTrue();
      assertThat(reader.response().status()).isEqualTo(200);
      assertThat(reader.response().text()).isEqualTo("hello, \u00e4 world");

      assertThat(read(EMPTY, size)).isTrue();
      assertThat(reader.response().status()).isEqualTo(204);
      assertThat(reader.response().text()).isEmpty();
    }
  }

  @Test
  void an_interim_response_is_followed_by_the_final_one() {
    assertThat(read("HTTP/1.1 100 Continue\r\n\r\n" + OF_LENGTH, 1000)).isTrue();
    assertThat(reader.response().status()).isEqualTo(201);
  }

  @Test
  void the_available_part_of_an_endless_body_can_be_taken() {
    assertThat(read(CHUNKED.substring(0, CHUNKED.indexOf("C;")), 1000)).isFalse();
    assertThat(reader.response().takeText()).isEqualTo("hel");
    assertThat(reader.response().text()).isEmpty();
  }

  @Test
  void a_body_can_be_long() {
    String body = "0123456789".repeat(10_000);
    assertThat(read("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + body, 777)).isTrue();
    assertThat(reader.response().text()).isEqualTo(body);
  }

  /** Returns whether the response was complete with the last part, and not before. */
  private boolean read(String text, int size) {
    byte[] bytes = text.getBytes(UTF_8);
    boolean complete = false;
    for (int from = 0; from < bytes.length; from += size) {
      assertThat(complete).isFalse();
      complete = reader.read(ByteBuffer.wrap(bytes, from, Math.min(size, bytes.length - from)));
    }
    return complete;
  }
}

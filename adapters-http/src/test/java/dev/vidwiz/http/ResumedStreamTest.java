package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients of a video stream that connect again, as browsers' EventSource does. */
class ResumedStreamTest {

  private static final String VIDEO = "/v2/videos/" + TestServer.VIDEO;
  private static final String INTERNAL = "/v2/internal/videos/" + TestServer.VIDEO;

  private final TestServer server = TestServer.start();

  @BeforeEach
  void create() {
    server.createVideo(server.logIn("ann"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void after_done_there_is_nothing_more() throws IOException {
    makeReady();
    String done;
    try (RawClient guest = open(null)) {
      guest.readChunk();
      done = idOf(guest.readChunk());
    }
    assertThat(get(done).status()).isEqualTo(204);
    assertThat(get(done).body()).isEmpty();
    store("metadata", "{\"title\": \"another\"}");
    assertThat(get(done).status()).isEqualTo(204);
  }

  @Test
  void done_of_another_video_begins_a_new_stream() throws IOException {
    try (RawClient guest = open("AAAAAAAAAAA.done")) {
      assertThat(guest.readChunk()).startsWith("event: snapshot\n");
    }
  }

  @Test
  void without_the_id_of_done_a_new_stream_begins() throws IOException {
    makeReady();
    try (RawClient guest = open(null)) {
      assertThat(guest.readChunk()).startsWith("event: snapshot\n");
      assertThat(guest.readChunk()).startsWith("event: done\n");
    }
  }

  @Test
  void what_was_missed_is_sent_at_once() throws IOException {
    String seen = firstId();
    store("metadata", "{}");
    store("transcript", "[]");
    try (RawClient guest = open(seen)) {
      assertThat(guest.readChunk())
          .startsWith("event: update\n")
          .contains("\"transcript_available\":true");
      store("summary", "\"S\"");
      assertThat(guest.readChunk()).startsWith("event: update\n");
      assertThat(guest.readChunk()).startsWith("event: done\n");
    }
  }

  @Test
  void what_was_seen_is_not_sent_again() throws IOException {
    String seen = firstId();
    try (RawClient guest = open(seen)) {
      assertThat(guest.readChunk()).isEqualTo(": keep-alive\n\n");
      store("metadata", "{}");
      assertThat(guest.readChunk()).startsWith("event: update\n");
    }
  }

  @Test
  void only_done_is_missing() throws IOException {
    makeReady();
    String seen = firstId();
    try (RawClient guest = open(seen)) {
      assertThat(guest.readChunk()).startsWith("event: done\n");
    }
  }

  private String firstId() throws IOException {
    try (RawClient guest = open(null)) {
      return idOf(guest.readChunk());
    }
  }

  private static String idOf(String event) {
    return event
        .lines()
        .filter(line -> line.startsWith("id: "))
        .map(line -> line.substring("id: ".length()))
        .findFirst()
        .orElseThrow();
  }

  private void makeReady() {
    store("metadata", "{}");
    store("transcript", "[]");
    store("summary", "\"S\"");
  }

  private void store(String part, String value) {
    String body = "{\"%s\": %s}".formatted(part, value);
    assertThat(server.callAsAdmin("POST", INTERNAL + "/" + part, body).status()).isEqualTo(200);
  }

  private Answer get(String lastId) {
    return server.call(
        "GET", VIDEO + "/stream", null, "X-Guest-Session-ID", "g", "Last-Event-ID", lastId);
  }

  private RawClient open(String lastId) throws IOException {
    RawClient guest =
        new RawClient(server.port())
            .send("GET " + VIDEO + "/stream HTTP/1.1\r\nHost: x\r\nX-Guest-Session-ID: g\r\n")
            .send(lastId == null ? "\r\n" : "Last-Event-ID: " + lastId + "\r\n\r\n");
    assertThat(guest.read().status()).isEqualTo(200);
    return guest;
  }
}

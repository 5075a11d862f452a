package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.http.RawClient.RawAnswer;
import dev.vidwiz.http.video.VideoStreamHandler.Times;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VideoStreamTest {

  private static final String VIDEO = "/v2/videos/" + TestServer.VIDEO;
  private static final String INTERNAL = "/v2/internal/videos/" + TestServer.VIDEO;
  private static final Duration LONG = Duration.ofMinutes(10);

  private TestServer server = TestServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_guest_follows_a_video_until_it_is_ready() throws IOException {
    server.createVideo(server.logIn("ann"));
    try (RawClient guest = openAsGuest()) {
      RawAnswer head = guest.read();
      assertThat(head.status()).isEqualTo(200);
      assertThat(head.headers())
          .containsEntry("content-type", "text/event-stream")
          .containsEntry("cache-control", "no-cache")
          .containsEntry("x-accel-buffering", "no")
          .containsKey("x-request-id")
          .doesNotContainKey("content-encoding");

      assertThat(event(guest)).isEqualTo("snapshot null false null");
      post("/metadata", "{\"metadata\": {\"title\": \"A\"}}");
      assertThat(event(guest)).isEqualTo("update {\"title\":\"A\"} false null");
      post("/transcript", "{\"transcript\": []}");
      assertThat(event(guest)).isEqualTo("update {\"title\":\"A\"} true null");
      post("/summary", "{\"summary\": \"S\"}");
      assertThat(event(guest)).isEqualTo("update {\"title\":\"A\"} true \"S\"");
      assertThat(event(guest)).isEqualTo("done {\"title\":\"A\"} true \"S\"");
      assertEnded(guest);
    }
  }

  @Test
  void a_ready_video_gets_a_snapshot_and_done() throws IOException {
    makeReady();
    try (RawClient guest = openAsGuest()) {
      guest.read();
      assertThat(event(guest)).isEqualTo("snapshot {} true \"S\"");
      assertThat(event(guest)).isEqualTo("done {} true \"S\"");
      assertEnded(guest);
    }
  }

  @Test
  void all_streams_of_a_video_get_the_same_event() throws IOException {
    server.createVideo(server.logIn("ann"));
    List<RawClient> watchers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      RawClient watcher = openAsGuest();
      watcher.read();
      event(watcher);
      watchers.add(watcher);
    }
    makeReady();
    for (RawClient watcher : watchers) {
      String last = event(watcher);
      while (last.startsWith("update")) {
        last = event(watcher);
      }
      assertThat(last).isEqualTo("done {} true \"S\"");
      watcher.close();
    }
  }

  @Test
  void nothing_comes_after_done() throws IOException {
    server.createVideo(server.logIn("ann"));
    makeReady();
    try (RawClient guest = openAsGuest()) {
      guest.read();
      event(guest);
      assertThat(event(guest)).startsWith("done");
      assertThat(guest.readChunk()).isEmpty();
    }
  }

  @Test
  void a_long_event_comes_in_one_chunk() throws IOException {
    server.createVideo(server.logIn("ann"));
    String text = "x".repeat(200_000);
    post("/metadata", "{\"metadata\": {\"text\": \"" + text + "\"}}");
    try (RawClient guest = openAsGuest()) {
      guest.read();
      assertThat(guest.readChunk())
          .startsWith("event: snapshot\ndata: {")
          .contains(text)
          .endsWith("}}\nid: " + TestServer.VIDEO + ".100.0\nretry: 2000\n\n");
    }
  }

  @Test
  void a_client_that_closes_the_connection_afterwards_gets_chunks_too() throws IOException {
    server.createVideo(server.logIn("ann"));
    try (RawClient guest = openAsGuest("HTTP/1.1\r\nConnection: close")) {
      guest.read();
      event(guest);
      makeReady();
      assertThat(event(guest)).startsWith("update");
      assertThat(event(guest)).startsWith("update");
      assertThat(event(guest)).startsWith("update");
      assertThat(event(guest)).startsWith("done");
      assertEnded(guest);
    }
  }

  @Test
  void an_http_1_0_client_gets_events_without_chunks() throws IOException {
    server.createVideo(server.logIn("ann"));
    try (RawClient guest = openAsGuest("HTTP/1.0")) {
      guest.read();
      assertThat(guest.readLine()).isEqualTo("event: snapshot");
      assertThat(guest.readLine()).startsWith("data: {");
      assertThat(guest.readLine()).startsWith("id: ");
      assertThat(guest.readLine()).startsWith("retry: ");
      assertThat(guest.readLine()).isEmpty();
      makeReady();
      assertThat(guest.readLine()).isEqualTo("event: update");
    }
  }

  @Test
  void keep_alive_comments_are_sent_without_events() throws IOException {
    restart(new Times(Duration.ofMillis(1), LONG));
    server.createVideo(server.logIn("ann"));
    try (RawClient guest = openAsGuest()) {
      guest.read();
      event(guest);
      assertThat(guest.readChunk()).isEqualTo(": keep-alive\n\n");
      assertThat(guest.readChunk()).isEqualTo(": keep-alive\n\n");
    }
  }

  @Test
  void a_video_that_is_not_ready_in_time_ends_the_stream_without_done() throws IOException {
    restart(new Times(LONG, Duration.ofMillis(50)));
    server.createVideo(server.logIn("ann"));
    try (RawClient guest = openAsGuest()) {
      guest.read();
      event(guest);
      assertEnded(guest);
    }
  }

  @Test
  void a_stopping_server_ends_the_stream_completely() throws IOException {
    server.createVideo(server.logIn("ann"));
    try (RawClient guest = openAsGuest()) {
      guest.read();
      event(guest);
      server.server().close();
      assertEnded(guest);
    }
  }

  @Test
  void a_disconnected_client_is_removed() throws IOException {
    restart(new Times(Duration.ofMillis(1), LONG));
    server.createVideo(server.logIn("ann"));
    try (RawClient guest = openAsGuest()) {
      guest.read();
      event(guest);
    }
    Await.until(() -> server.app().useCases().watchVideo.openWatches() == 0);
  }

  @Test
  void an_unknown_video_is_an_ordinary_error() {
    Answer answer = server.call("GET", VIDEO + "/stream", null, "X-Guest-Session-ID", "g");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("NOT_FOUND");
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
  }

  private void restart(Times times) {
    server.close();
    server = TestServer.start(times);
  }

  private void makeReady() {
    post("/metadata", "{\"metadata\": {}}");
    post("/transcript", "{\"transcript\": []}");
    post("/summary", "{\"summary\": \"S\"}");
  }

  private void post(String part, String body) {
    assertThat(server.callAsAdmin("POST", INTERNAL + part, body).status()).isEqualTo(200);
  }

  private RawClient openAsGuest() throws IOException {
    return openAsGuest("HTTP/1.1");
  }

  private RawClient openAsGuest(String version) throws IOException {
    return new RawClient(server.port())
        .send(
            "GET "
                + VIDEO
                + "/stream "
                + version
                + "\r\nHost: x\r\nAccept-Encoding: gzip\r\n"
                + "X-Guest-Session-ID: guest\r\n\r\n");
  }

  /** Returns the name of the next event, and the parts of the video in it. */
  private static String event(RawClient client) throws IOException {
    List<String> lines = client.readChunk().lines().toList();
    String name = lines.get(0).substring("event: ".length());
    assertThat(lines).hasSize(name.equals("snapshot") ? 5 : 4);
    assertThat(lines.get(1)).startsWith("data: {\"event\":\"" + name + "\",\"video\":{\"id\":");
    assertThat(lines.get(2)).startsWith("id: " + TestServer.VIDEO + ".");
    assertThat(lines.getLast()).isEmpty();
    var video = Answer.parse(lines.get(1).substring("data: ".length())).get("video");
    return name
        + " "
        + video.get("metadata")
        + " "
        + video.get("transcript_available")
        + " "
        + video.get("summary");
  }

  private static void assertEnded(RawClient client) throws IOException {
    String last = client.readChunk();
    assertThat(last.equals(":\n") ? client.readChunk() : last).isEmpty();
  }
}

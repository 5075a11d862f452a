package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** The first steps of a new user, with worker and browser. */
class WalkTest extends OnSharedServer {

  @Test
  void a_note_creates_a_video_that_workers_complete_and_browsers_watch() {
    Api user = server.api().newUser();
    String video = newVideoId();

    JsonNode note = user.note(video, "first").expect(201);
    assertThat(note.get("video_id").textValue()).isEqualTo(video);

    try (HeldRequest stream = user.hold("/v2/videos/" + video + "/stream")) {
      assertThat(stream.next()).startsWith("data: {\"event\":\"snapshot\"").contains(video);

      JsonNode transcript = claim("transcript", video);
      assertThat(transcript.get("task_type").textValue()).isEqualTo("fetch_transcript");
      assertThat(transcript.get("retry_count").intValue()).isEqualTo(1);
      assertThat(server.admin().succeed(transcript).expect(200).get("status").textValue())
          .isEqualTo("completed");
      assertThat(stream.next())
          .startsWith("data: {\"event\":\"update\"")
          .contains("\"transcript_available\":true");

      JsonNode metadata = claim("metadata", video);
      server.admin().succeed(metadata).expect(200);
      assertThat(stream.next())
          .startsWith("data: {\"event\":\"update\"")
          .contains("\"metadata\":{\"title\":\"A title\"}");

      server
          .admin()
          .post("/v2/internal/videos/" + video + "/summary", "{\"summary\": \"In short.\"}")
          .expect(200);
      assertThat(stream.next())
          .startsWith("data: {\"event\":\"update\"")
          .contains("\"summary\":\"In short.\"");
      assertThat(stream.next()).startsWith("data: {\"event\":\"done\"");
      assertThat(stream.hasEnded()).isTrue();
    }

    assertThat(user.get("/v2/videos/" + video + "/notes").expect(200)).containsExactly(note);
    JsonNode found = user.get("/v2/videos?q=a%20title").expect(200);
    assertThat(found.get("total").intValue()).isEqualTo(1);
    assertThat(found.get("videos").get(0).get("video_id").textValue()).isEqualTo(video);
    assertNothingLeftToDo(video);
  }

  /** Claims tasks until it gets that of this test; earlier tests may have left some. */
  private static JsonNode claim(String type, String video) {
    JsonNode task;
    do {
      task = server.admin().poll(type, 30).expect(200);
    } while (!isFor(video, task));
    return task;
  }

  private static void assertNothingLeftToDo(String video) {
    for (Api.Answer answer = server.admin().poll("transcript", 1);
        answer.status() != 204;
        answer = server.admin().poll("transcript", 1)) {
      assertThat(isFor(video, answer.expect(200))).isFalse();
    }
  }

  private static boolean isFor(String video, JsonNode task) {
    return task.at("/task_details/video_id").textValue().equals(video);
  }
}

package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.note.NoteLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What users hear who have stored all they may. */
class NoteLimitsTest {

  private static final String NOTES = "/v2/videos/" + TestServer.VIDEO + "/notes";

  private final TestServer server = TestServer.start(new NoteLimits(2, 10));
  private final String ann = server.logIn("ann");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void is_a_conflict_for_a_note_and_for_a_longer_text() {
    server.callAs(ann, "POST", NOTES, "{\"timestamp\": \"1:23\", \"text\": \"12345\"}");
    assertConflict(
        "POST", NOTES, "{\"timestamp\": \"1:23\", \"text\": \"123456\"}", "texts of your notes");
    server.callAs(ann, "POST", NOTES, "{\"timestamp\": \"1:23\", \"text\": \"12345\"}");
    assertConflict("POST", NOTES, "{\"timestamp\": \"1:23\"}", "as many notes");
    assertConflict(
        "POST",
        "/api/notes",
        "{\"video_id\": \"%s\", \"timestamp\": \"1:23\", \"video_title\": \"t\"}"
            .formatted(TestServer.VIDEO),
        "as many notes");
    assertConflict("PATCH", "/v2/notes/1", "{\"text\": \"123456\"}", "texts of your notes");
    assertConflict("PATCH", "/api/notes/1", "{\"text\": \"123456\"}", "texts of your notes");
    assertThat(server.callAs(ann, "PATCH", "/v2/notes/1", "{\"text\": \"1\"}").status())
        .isEqualTo(200);
  }

  private void assertConflict(String method, String path, String body, String says) {
    Answer answer = server.callAs(ann, method, path, body);
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).contains("CONFLICT", says);
  }
}

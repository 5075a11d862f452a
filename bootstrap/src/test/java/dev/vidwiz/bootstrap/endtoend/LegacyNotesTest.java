package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** Notes and videos in the legacy API. */
class LegacyNotesTest extends OnSharedServer {

  private static Api user;
  private static Api automation;
  private static Api stranger;

  private final String video = newVideoId();

  @BeforeParameterizedClassInvocation
  static void signUp() {
    user = server.api().newUser();
    JsonNode token = user.post("/api/user/token", "").expect(200);
    automation = new Api(server.port(), token.get("token").textValue());
    stranger = server.api().newUser();
  }

  @Test
  void a_note_contains_its_video_and_is_visible_in_both_apis() {
    JsonNode note = note("\"text\": \" first \", \"video_title\": \"A title\"").expect(201);

    assertThat(note.get("text").textValue()).isEqualTo("first");
    assertThat(note.get("video")).isEqualTo(user.get("/api/videos/" + video).expect(200));
    assertThat(note.at("/video/title").textValue()).isEqualTo("A title");
    JsonNode second = user.note(video, "second").expect(201);
    JsonNode listed = user.get("/api/notes/" + video).expect(200);
    assertThat(listed).hasSize(2);
    assertThat(listed.get(0)).isEqualTo(note);
    assertThat(user.get("/v2/videos/" + video + "/notes").expect(200))
        .containsExactly(withoutVideo(note), second);
    assertThat(withoutVideo(listed.get(1))).isEqualTo(second);
  }

  @Test
  void a_first_note_requires_a_title() {
    assertThat(note("\"text\": \"first\"").refusal(400))
        .isEqualTo("video_title is required when video does not exist");
    assertThat(note("\"video_title\": \" \"").status()).isEqualTo(400);
    assertThat(user.get("/api/videos/" + video).status()).isEqualTo(404);

    note("\"video_title\": \"A title\", \"client\": \"phone\"").expect(201);

    note("\"text\": \"second\"").expect(201);
    assertThat(user.post("/api/notes", "{\"video_id\": \"x\", \"timestamp\": 1}").refusedFields())
        .containsExactlyInAnyOrder("body.video_id value_error", "body.timestamp string_type");
    assertThat(server.api().post("/api/notes", "{}").status()).isEqualTo(401);
    assertThat(server.admin().post("/api/notes", "{}").status()).isEqualTo(401);
  }

  @Test
  void notes_are_listed_to_their_user() {
    assertThat(automation.get("/api/notes/" + video).expect(200)).isEmpty();
    note("\"video_title\": \"A title\"").expect(201);

    assertThat(automation.get("/api/notes/" + video).expect(200)).hasSize(1);
    assertThat(stranger.get("/api/notes/" + video).expect(200)).isEmpty();
    assertThat(server.api().get("/api/notes/" + video).status()).isEqualTo(401);
    assertThat(user.get("/api/notes/12345678901").expect(200)).isEmpty();
    assertThat(user.get("/api/notes/1234").refusedFields())
        .containsExactly("path.video_id value_error");
  }

  @Test
  void a_note_is_changed_by_its_user_or_a_worker() {
    String path =
        "/api/notes/" + note("\"video_title\": \"A title\"").expect(201).get("id").asText();

    JsonNode filled =
        server
            .admin()
            .patch(path, "{\"text\": \"by the AI\", \"generated_by_ai\": true}")
            .expect(200);
    assertThat(filled.get("text").textValue()).isEqualTo("by the AI");
    assertThat(filled.get("generated_by_ai").booleanValue()).isTrue();
    assertThat(filled.at("/video/video_id").textValue()).isEqualTo(video);

    JsonNode edited = user.patch(path, "{\"text\": \"by me\"}").expect(200);
    assertThat(edited.get("text").textValue()).isEqualTo("by me");
    assertThat(edited.get("generated_by_ai").booleanValue()).isFalse();

    assertThat(user.patch(path, "{\"generated_by_ai\": true, \"title\": 1}").refusedFields())
        .containsExactlyInAnyOrder("body.text missing", "body.title extra_forbidden");
    assertThat(automation.patch(path, "{\"text\": \"x\"}").status()).isEqualTo(401);
    assertThat(stranger.patch(path, "{\"text\": \"x\"}").status()).isEqualTo(404);
    assertThat(server.admin().patch("/api/notes/99999999", "{\"text\": \"x\"}").status())
        .isEqualTo(404);
  }

  @Test
  void a_note_is_deleted_by_its_user() {
    String path =
        "/api/notes/" + note("\"video_title\": \"A title\"").expect(201).get("id").asText();

    assertThat(stranger.delete(path).status()).isEqualTo(404);
    assertThat(server.admin().delete(path).status()).isEqualTo(401);
    assertThat(automation.delete(path).expect(200).get("message").textValue())
        .isEqualTo("Note deleted successfully");
    assertThat(automation.delete(path).status()).isEqualTo(404);
  }

  @Test
  void a_search_accepts_any_number_as_page() {
    note("\"video_title\": \"Über uns\"").expect(201);

    assertThat(automation.get("/api/search").expect(200).at("/videos/0/video_title").textValue())
        .isEqualTo("Über uns");
    assertThat(user.get("/api/search?query=%C3%BCBER&page=0&per_page=-3").expect(200))
        .isEqualTo(
            Api.json(
                """
                {"videos": [{"video_id": "%s", "video_title": "Über uns", "metadata": null}],
                 "total": 1, "page": 1, "per_page": 10, "total_pages": 1}\
                """
                    .formatted(video)));
    assertThat(user.get("/api/search?per_page=1000").expect(200).get("per_page").intValue())
        .isEqualTo(50);
    assertThat(user.get("/api/search?page=99999999999999999999").expect(200).get("videos"))
        .isEmpty();
    assertThat(user.get("/api/search?page=one").refusal(400)).contains("page");
    assertThat(user.get("/api/search?per_page=").refusal(400)).contains("per_page");
    assertThat(server.api().get("/api/search").status()).isEqualTo(401);
  }

  @Test
  void users_read_videos_and_workers_summarize_them() {
    String path = "/api/videos/" + video;
    assertThat(server.admin().patch(path, "{\"summary\": \"In short.\"}").status()).isEqualTo(404);
    assertThat(automation.get(path).status()).isEqualTo(404);
    note("\"video_title\": \"A title\"").expect(201);

    JsonNode summarized = server.admin().patch(path, "{\"summary\": \"In short.\"}").expect(200);

    assertThat(summarized.get("summary").textValue()).isEqualTo("In short.");
    assertThat(automation.get(path).expect(200)).isEqualTo(summarized);
    assertThat(server.admin().patch(path, "{}").expect(200)).isEqualTo(summarized);
    assertThat(server.admin().patch(path, "{\"title\": \"Mine\"}").refusedFields())
        .containsExactly("body.title extra_forbidden");
    assertThat(user.patch(path, "{\"summary\": \"Mine\"}").status()).isEqualTo(403);
    assertThat(server.api().get(path).status()).isEqualTo(401);
  }

  @Test
  void workers_find_the_blank_notes_for_the_ai() {
    String path = "/api/videos/" + video + "/notes/ai-note-task";
    assertThat(server.admin().get(path).status()).isEqualTo(404);
    user.patch("/api/user/profile", "{\"ai_notes_enabled\": true}").expect(200);
    JsonNode blank = note("\"video_title\": \"A title\"").expect(201);
    note("\"text\": \"not blank\"").expect(201);

    JsonNode found = server.admin().get(path).expect(200);

    assertThat(found.get("video_id").textValue()).isEqualTo(video);
    assertThat(found.get("notes")).containsExactly(blank);
    assertThat(user.get(path).status()).isEqualTo(403);
    assertThat(server.api().get(path).status()).isEqualTo(401);
  }

  private Api.Answer note(String fields) {
    return automation.post(
        "/api/notes",
        """
        {"video_id": "https://youtu.be/%s", "timestamp": "0:42", %s}\
        """
            .formatted(video, fields));
  }

  private static JsonNode withoutVideo(JsonNode note) {
    return ((ObjectNode) note.deepCopy()).without("video");
  }
}

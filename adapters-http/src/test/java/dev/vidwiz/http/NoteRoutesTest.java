package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NoteRoutesTest {

  private static final String NOTES = "/v2/videos/" + TestServer.VIDEO + "/notes";
  private static final String AI_NOTES = "/v2/internal/videos/" + TestServer.VIDEO + "/ai-notes";

  private final TestServer server = TestServer.start();
  private final String ann = server.logIn("ann");
  private final String eve = server.logIn("eve");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_note_has_the_documented_format_and_is_listed() {
    Answer created = create("{\"timestamp\": \"at 1:23\", \"text\": \" Hello \"}");

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body())
        .isEqualTo(
            """
            {"id":1,"video_id":"dQw4w9WgXcQ","timestamp":"at 1:23","text":"Hello",\
            "generated_by_ai":false,"created_at":"2026-03-01T17:30:00+0530",\
            "updated_at":"2026-03-01T17:30:00+0530","user_id":1}\
            """);
    assertThat(server.callAs(ann, "GET", NOTES, null).body()).isEqualTo("[" + created.body() + "]");
    assertThat(server.callAs(eve, "GET", NOTES, null).body()).isEqualTo("[]");
  }

  @Test
  void a_blank_text_is_null_and_a_title_fills_a_missing_one() {
    Answer note = create("{\"timestamp\": \"1:23\", \"text\": \" \\n\", \"video_title\": \" \"}");
    assertThat(note.json().get("text").isNull()).isTrue();
    assertThat(title()).isEqualTo("null");

    create("{\"timestamp\": \"1:23\", \"video_title\": \" A \"}");
    create("{\"timestamp\": \"1:23\", \"video_title\": \"B\", \"text\": null}");
    assertThat(title()).isEqualTo("\"A\"");
  }

  @Test
  void the_video_may_be_given_by_its_url() {
    String path = "/v2/videos/https%3A%2F%2Fyoutu.be%2FdQw4w9WgXcQ/notes";

    assertThat(server.callAs(ann, "POST", path, "{\"timestamp\": \"1:23\"}").status())
        .isEqualTo(201);
    assertThat(server.callAs(ann, "GET", path, null).json()).hasSize(1);
    assertThat(
            server
                .callAs(
                    ann,
                    "GET",
                    "/v2/videos/www.youtube.com%2Fwatch%3Ft%3D1%26v%3DdQw4w9WgXcQ/notes",
                    null)
                .json())
        .hasSize(1);
    Answer playlist =
        server.callAs(
            ann, "GET", "/v2/videos/youtube.com%2Fwatch%3Fv%3DdQw4w9WgXcQ%26list%3Dx/notes", null);
    assertThat(playlist.wrongFields()).isEqualTo("path.video_id value_error");
    assertThat(playlist.body()).contains("playlist URLs are not supported");
  }

  @Test
  void a_note_that_breaks_rules_is_refused() {
    assertThat(create("{\"timestamp\": \"12\", \"text\": 1}").wrongFields())
        .isEqualTo("body.timestamp value_error, body.text string_type");
    assertThat(create("{\"text\": \"" + "x".repeat(50_001) + "\"}").wrongFields())
        .isEqualTo("body.timestamp missing, body.text string_too_long");
    assertThat(
            create(
                    "{\"timestamp\": \"1:23%s\", \"video_title\": \"%s\"}"
                        .formatted("x".repeat(30), "x".repeat(501)))
                .wrongFields())
        .isEqualTo("body.timestamp string_too_long, body.video_title string_too_long");
    assertThat(create("{\"timestamp\": \"1:23\", \"text\": \"\\u0000\"}").wrongFields())
        .isEqualTo("body.text value_error");
    assertThat(create("{\"timestamp\": \"1:23\", \"text\": \"\\ud83d\"}").wrongFields())
        .isEqualTo("body.text value_error");
    assertThat(
            create("{\"timestamp\": \"1:23\", \"text\": \"" + "👋".repeat(50_000) + "\"}").status())
        .isEqualTo(201);
  }

  @Test
  void a_note_is_edited_by_its_user_or_an_admin() {
    create("{\"timestamp\": \"1:23\", \"text\": \"a\"}");

    Answer edited = server.callAs(ann, "PATCH", "/v2/notes/1", "{\"text\": \" b \"}");
    assertThat(edited.status()).isEqualTo(200);
    assertThat(edited.json().get("text").textValue()).isEqualTo(" b ");
    assertThat(server.callAs(eve, "PATCH", "/v2/notes/1", "{\"text\": \"c\"}").code())
        .isEqualTo("NOT_FOUND");
    Answer byAdmin =
        server.callAsAdmin(
            "PATCH", "/v2/internal/notes/1", "{\"text\": \"AI\", \"generated_by_ai\": true}");
    assertThat(byAdmin.json().get("text").textValue()).isEqualTo("AI");
    assertThat(byAdmin.json().get("generated_by_ai").booleanValue()).isTrue();
    Answer cleared = server.callAs(ann, "PATCH", "/v2/notes/1", "{\"text\": \"  \"}");
    assertThat(cleared.json().get("text").isNull()).isTrue();
    assertThat(server.callAsAdmin("PATCH", "/v2/internal/notes/2", "{\"text\": \"x\"}").code())
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void an_edit_is_checked_in_the_documented_order() {
    create("{\"timestamp\": \"1:23\"}");

    assertThat(server.callAs(ann, "PATCH", "/v2/notes/1", "{}").code()).isEqualTo("BAD_REQUEST");
    assertThat(server.callAs(ann, "PATCH", "/v2/notes/1", "{\"text\": null}").code())
        .isEqualTo("BAD_REQUEST");
    assertThat(server.callAs(eve, "PATCH", "/v2/notes/1", "{}").code()).isEqualTo("NOT_FOUND");
    assertThat(
            server
                .callAs(eve, "PATCH", "/v2/notes/x", "{\"text\": 1, \"a\": 1, \"timestamp\": \"\"}")
                .wrongFields())
        .isEqualTo(
            "path.note_id int_parsing, body.text string_type,"
                + " body.a extra_forbidden, body.timestamp extra_forbidden");
  }

  @Test
  void a_note_is_deleted_once_and_by_its_user() {
    create("{\"timestamp\": \"1:23\"}");

    assertThat(server.callAs(eve, "DELETE", "/v2/notes/1", null).code()).isEqualTo("NOT_FOUND");
    assertThat(server.callAs(ann, "DELETE", "/v2/notes/1", null).body())
        .isEqualTo("{\"message\":\"Note deleted successfully\"}");
    assertThat(server.callAs(ann, "DELETE", "/v2/notes/1", null).code()).isEqualTo("NOT_FOUND");
  }

  @Test
  void an_id_that_is_no_positive_64_bit_number_is_refused() {
    for (String id : new String[] {"0", "-1", "9223372036854775808", "9".repeat(500), "1.0", "x"}) {
      assertThat(server.callAs(ann, "DELETE", "/v2/notes/" + id, null).status()).isEqualTo(422);
    }
    assertThat(server.callAs(ann, "DELETE", "/v2/notes/9223372036854775807", null).status())
        .isEqualTo(404);
  }

  @Test
  void the_ai_gets_blank_notes_of_users_who_enabled_it() {
    create("{\"timestamp\": \"1:23\"}");
    create("{\"timestamp\": \"1:24\", \"text\": \"mine\"}");
    assertThat(server.callAsAdmin("GET", AI_NOTES, null).code()).isEqualTo("NOT_FOUND");

    server.callAs(ann, "PATCH", "/v2/users/me", "{\"ai_notes_enabled\": true}");
    Answer waiting = server.callAsAdmin("GET", AI_NOTES, null);

    assertThat(waiting.json().fieldNames())
        .toIterable()
        .containsExactly("video_id", "notes", "message");
    assertThat(waiting.json().get("video_id").textValue()).isEqualTo(TestServer.VIDEO);
    assertThat(waiting.json().get("notes")).hasSize(1);
    assertThat(waiting.json().at("/notes/0/timestamp").textValue()).isEqualTo("1:23");
  }

  private Answer create(String note) {
    return server.callAs(ann, "POST", NOTES, note);
  }

  private String title() {
    return server
        .callAs(ann, "GET", "/v2/videos/" + TestServer.VIDEO, null)
        .json()
        .get("title")
        .toString();
  }
}

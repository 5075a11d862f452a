package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The headers by which clients get on: Location, Link and ETag. */
class LinksAndETagsTest {

  private static final String NOTES = "/v2/videos/" + TestServer.VIDEO + "/notes";

  private final TestServer server = TestServer.start();
  private final String ann = server.logIn("ann");

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        NOTES + " {\"timestamp\": \"0:01\"}",
        "/v2/conversations {\"video_id\": \"dQw4w9WgXcQ\"}",
      })
  void what_was_created_can_be_read_at_its_location(String call) {
    String[] parts = call.split(" ", 2);
    Answer created = server.callAs(ann, "POST", parts[0], parts[1]);

    Answer read = server.callAs(ann, "GET", created.header("Location"), null);
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.json()).isEqualTo(created.json());
  }

  @Test
  void a_note_is_there_for_its_user_only() {
    String note = takeNote().header("Location");

    assertThat(server.callAs(server.logIn("bob"), "GET", note, null).status()).isEqualTo(404);
    assertThat(server.callAs(ann, "GET", "/v2/notes/99", null).status()).isEqualTo(404);
    assertThat(server.call("GET", note, null).status()).isEqualTo(401);
  }

  @Test
  void pages_lead_to_their_neighbors() {
    for (int i = 0; i < 5; i++) {
      takeNote();
    }
    assertThat(links(NOTES)).isEmpty();
    assertThat(links(NOTES + "?per_page=5")).isEmpty();
    String first = links(NOTES + "?per_page=2");
    assertThat(first).isEqualTo("<" + NOTES + "?page=2&per_page=2>; rel=\"next\"");
    assertThat(links(NOTES + "?x=%22&page=2&per_page=2"))
        .isEqualTo(
            """
            <%1$s?page=3&x=%%22&per_page=2>; rel="next", \
            <%1$s?page=1&x=%%22&per_page=2>; rel="prev"\
            """
                .formatted(NOTES));
    assertThat(links(NOTES + "?page=3&per_page=2"))
        .isEqualTo("<" + NOTES + "?page=2&per_page=2>; rel=\"prev\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v2/videos", "/api/search"})
  void pages_of_found_videos_lead_on(String path) {
    takeNote();
    server.callAs(ann, "POST", "/v2/videos/AAAAAAAAAAA/notes", "{\"timestamp\": \"0:01\"}");

    assertThat(links(path)).isEmpty();
    assertThat(links(path + "?per_page=1"))
        .isEqualTo("<" + path + "?page=2&per_page=1>; rel=\"next\"");
    assertThat(links(path + "?per_page=1&page=2"))
        .isEqualTo("<" + path + "?page=1&per_page=1>; rel=\"prev\"");
  }

  @Test
  void pages_of_jobs_lead_on() {
    takeNote();

    assertThat(server.callAsAdmin("GET", "/v2/internal/jobs?per_page=1", null).header("Link"))
        .isEqualTo("</v2/internal/jobs?page=2&per_page=1>; rel=\"next\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        NOTES,
        NOTES + "?page=1",
        "/v2/videos/" + TestServer.VIDEO,
        "/api/videos/" + TestServer.VIDEO,
        "/api/notes/" + TestServer.VIDEO
      })
  void what_has_not_changed_is_not_sent_again(String path) {
    takeNote();
    Answer first = server.callAs(ann, "GET", path, null);
    String tag = first.header("ETag");
    assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");

    Answer again = known(path, "\"other\", W/" + tag);
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.header("ETag")).isEqualTo(tag);

    takeNote();
    server.callAsAdmin(
        "POST", "/v2/internal/videos/" + TestServer.VIDEO + "/summary", "{\"summary\": \"S\"}");
    Answer changed = known(path, tag);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.header("ETag")).isNotEqualTo(tag);
    assertThat(known(path, "*").status()).isEqualTo(304);
  }

  @Test
  void a_list_of_any_length_has_an_etag() {
    String text = "{\"timestamp\": \"0:01\", \"text\": \"%s\"}".formatted("x".repeat(30_000));
    for (int i = 0; i < 20; i++) {
      server.callAs(ann, "POST", NOTES, text);
    }
    Answer all = server.callAs(ann, "GET", NOTES, null);
    assertThat(all.json()).hasSize(20);
    assertThat(known(NOTES, all.header("ETag")).status()).isEqualTo(304);

    takeNote();
    assertThat(known(NOTES, all.header("ETag")).json()).hasSize(21);
  }

  private Answer takeNote() {
    return server.callAs(ann, "POST", NOTES, "{\"timestamp\": \"0:01\"}");
  }

  private String links(String path) {
    return server.callAs(ann, "GET", path, null).header("Link");
  }

  private Answer known(String path, String tags) {
    return server.call("GET", path, null, "Authorization", "Bearer " + ann, "If-None-Match", tags);
  }
}

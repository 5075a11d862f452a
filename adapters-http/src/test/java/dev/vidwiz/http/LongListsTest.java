package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.application.note.NewNote;
import dev.vidwiz.domain.chat.Owner;
import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of notes and messages, of any length and by pages. */
class LongListsTest {

  private static final int NOTES = 1_005;
  private static final String V2 = "/v2/videos/" + TestServer.VIDEO + "/notes";
  private static final String LEGACY = "/api/notes/" + TestServer.VIDEO;

  private final TestServer server = TestServer.start();
  private final String ann = server.logIn("ann");

  @BeforeEach
  void takeNotes() {
    server.createVideo(ann);
    for (int i = 2; i <= NOTES; i++) {
      // Some at the same moment, some long and in a row.
      Instant time = Instant.parse("2030-01-01T00:00:00Z").plusSeconds(i / 3);
      String text = i % 100 < 20 ? i + "x".repeat(20_000) : "note " + i;
      server
          .storage()
          .notes()
          .insert(new NewNote(1, new VideoId(TestServer.VIDEO), new Timestamp("0:01"), text, time));
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {V2, LEGACY})
  void a_list_of_megabytes_has_every_entry_once_and_in_order(String path) {
    List<Integer> ids = ids(path);

    assertThat(ids).hasSize(NOTES).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {V2, LEGACY})
  void a_page_is_a_part_of_it(String path) {
    assertThat(ids(path + "?page=1&per_page=3")).containsExactly(1, 2, 3);
    assertThat(ids(path + "?page=2&per_page=3")).containsExactly(4, 5, 6);
    assertThat(ids(path + "?per_page=2")).containsExactly(1, 2);
    assertThat(ids(path + "?page=2")).hasSize(100).startsWith(101);
    assertThat(ids(path + "?page=2&per_page=1000")).containsExactly(1001, 1002, 1003, 1004, 1005);
    assertThat(ids(path + "?page=2147483647&per_page=1000")).isEmpty();
    assertThat(server.callAs(ann, "GET", path + "?page=0&per_page=1001", null).wrongFields())
        .isEqualTo("query.page greater_than_equal, query.per_page less_than_equal");
  }

  @Test
  void messages_come_by_pages_too() {
    var conversations = server.storage().conversations();
    Instant now = Instant.parse("2030-01-01T00:00:00Z");
    long id =
        conversations.insert(new VideoId(TestServer.VIDEO), new Owner.RegisteredUser(1), now).id();
    for (int i = 0; i < 40; i++) {
      conversations.addQuestion(id, "question " + i, now);
    }
    String path = "/v2/conversations/" + id + "/messages";

    assertThat(ids(path)).hasSize(40).isSorted();
    assertThat(ids(path + "?page=3&per_page=15"))
        .containsExactlyElementsOf(ids(path).subList(30, 40));
  }

  private List<Integer> ids(String path) {
    JsonNode list = server.callAs(ann, "GET", path, null).json();
    return StreamSupport.stream(list.spliterator(), false)
        .map(entry -> entry.get("id").intValue())
        .toList();
  }
}

package dev.vidwiz.persistence.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.persistence.OnFilledDatabases;
import dev.vidwiz.persistence.PlannedDatabase;
import java.time.Instant;
import java.util.Map;

/** Nobody's notes are read but those that are asked for, when there are many. */
final class NotePlansTest {

  @OnFilledDatabases
  void lists_a_part_of_the_notes_by_the_index_of_users_notes(PlannedDatabase database) {
    String plan =
        database.plan(
            JdbiNotes.FIND_BY_USER_AND_VIDEO,
            Map.of(
                "userId",
                7L,
                "videoId",
                "video7",
                "time",
                Instant.EPOCH,
                "afterId",
                7L,
                "count",
                9,
                "skip",
                0L));

    assertThat(plan)
        .contains("notes_of_user")
        .doesNotContain("Seq Scan", "SCAN", "TEMP B-TREE", "Sort");
  }

  @OnFilledDatabases
  void lists_blank_notes_by_their_index(PlannedDatabase database) {
    String plan =
        database.plan(
            JdbiNotes.FIND_BLANK_OF_AI_USERS,
            Map.of(
                "videoId", "video7", "time", Instant.EPOCH, "afterId", 7L, "count", 9, "skip", 0L));

    assertThat(plan).contains("notes_blank").doesNotContain("Seq Scan", "SCAN", "TEMP B-TREE");
  }
}

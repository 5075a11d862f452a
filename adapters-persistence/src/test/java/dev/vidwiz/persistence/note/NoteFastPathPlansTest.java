package dev.vidwiz.persistence.note;

import static dev.vidwiz.application.storage.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.persistence.EmptyDatabase;
import dev.vidwiz.persistence.OnFilledDatabases;
import dev.vidwiz.persistence.PlannedDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A note is saved by indexes, from the first on, and when there are many videos and tasks. */
final class NoteFastPathPlansTest {

  @Test
  void the_first_note_uses_the_indexes() {
    try (PlannedDatabase postgres = PlannedDatabase.postgres()) {
      goesByTheIndexes(postgres);
    }
  }

  @OnFilledDatabases(EmptyDatabase.Kind.POSTGRESQL)
  void a_note_among_many_uses_the_indexes(PlannedDatabase database) {
    goesByTheIndexes(database);
  }

  private static void goesByTheIndexes(PlannedDatabase database) {
    List<String> statements = List.of(PostgresNoteFastPath.SAVE, PostgresNoteFastPath.SAVE_BLANK);
    assertThat(statements)
        .allSatisfy(
            sql ->
                assertThat(plan(database, sql))
                    .contains("tasks_active", "tasks_failed", "tasks_turns", "tasks_requested")
                    .doesNotContain(
                        "Seq Scan", "SCAN tasks", "SCAN videos", "TEMP B-TREE", "Sort"));
  }

  private static String plan(PlannedDatabase database, String sql) {
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("userId", 7L);
    arguments.put("videoId", "video7");
    arguments.put("timestamp", "1:23");
    arguments.put("text", "a text");
    arguments.put("title", "A title");
    arguments.put("folded", "a title");
    arguments.put("details", new JsonText("{}"));
    arguments.put("createdAt", NOW);
    arguments.put("failedBefore", NOW);
    arguments.put("requestedBy", "user:7");
    arguments.put("subject", "videos:user:7");
    arguments.put("day", "2026-03-01");
    arguments.put("newVideosPerDay", 200);
    arguments.put("newLine", 7L);
    arguments.keySet().removeIf(name -> !sql.contains(":" + name));
    return database.plan(sql, arguments);
  }
}

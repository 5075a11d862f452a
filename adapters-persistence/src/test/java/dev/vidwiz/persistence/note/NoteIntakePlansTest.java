package dev.vidwiz.persistence.note;

import static dev.vidwiz.application.storage.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.persistence.PlannedDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A note is saved by indexes, from the first on, and when there are many videos and tasks. */
final class NoteIntakePlansTest {

  @Test
  void postgres_goes_by_the_indexes() {
    try (PlannedDatabase database = PlannedDatabase.postgres()) {
      goesByTheIndexes(database, PostgresNoteIntake.SAVE, PostgresNoteIntake.SAVE_BLANK);
    }
  }

  private static void goesByTheIndexes(PlannedDatabase database, String... statements) {
    List<String> plans = new ArrayList<>();
    for (String sql : statements) {
      plans.add(plan(database, sql));
    }
    fill(database);
    for (String sql : statements) {
      plans.add(plan(database, sql));
    }

    assertThat(plans)
        .allSatisfy(
            plan ->
                assertThat(plan)
                    .contains("tasks_active", "tasks_failed")
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
    arguments.keySet().removeIf(name -> !sql.contains(":" + name));
    return database.plan(sql, arguments);
  }

  private static void fill(PlannedDatabase database) {
    database.fill(
        10_000,
        "INSERT INTO videos (video_id, created_at, updated_at) SELECT 'video' || i, <time>,"
            + " <time>");
    for (String status : new String[] {"pending", "failed"}) {
      database.fill(
          50_000,
          """
          INSERT INTO tasks (task_type, video_id, status, task_details, available_at,
                             completed_at, created_at, updated_at)
          SELECT 'fetch_metadata', '%1$s' || i, '%1$s', '{}', <time>, <time>, <time>, <time>
          """
              .formatted(status));
    }
    database.settle();
  }
}

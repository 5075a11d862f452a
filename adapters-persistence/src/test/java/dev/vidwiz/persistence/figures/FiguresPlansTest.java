package dev.vidwiz.persistence.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.persistence.PlannedDatabase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However much there is to count, no more than a part of an index is read. */
final class FiguresPlansTest {

  private static final Map<String, Object> SOME =
      Map.of("kind", "fetch_transcript", "status", "completed", "most", 1_000);

  private static final List<String> STATEMENTS =
      List.of(
          JdbiFigures.COUNT_TASKS,
          JdbiFigures.FIRST_DUE,
          JdbiFigures.COUNT_JOBS,
          JdbiFigures.OLDEST_JOB);

  @Test
  void counts_by_indexes_in_sqlite(@TempDir Path folder) {
    try (PlannedDatabase database = filled(PlannedDatabase.sqlite(folder))) {
      for (String sql : STATEMENTS) {
        assertThat(plan(database, sql))
            .contains("INDEX")
            .doesNotContain("SCAN tasks", "SCAN outbox", "TEMP B-TREE");
      }
    }
  }

  @Test
  void counts_by_indexes_in_postgres() {
    try (PlannedDatabase database = filled(PlannedDatabase.postgres())) {
      for (String sql : STATEMENTS) {
        assertThat(plan(database, sql)).contains("Index").doesNotContain("Seq Scan", "Sort");
      }
    }
  }

  private static String plan(PlannedDatabase database, String sql) {
    Map<String, Object> arguments = new HashMap<>(SOME);
    arguments.keySet().removeIf(name -> !sql.contains(":" + name));
    return database.plan(sql, arguments);
  }

  private static PlannedDatabase filled(PlannedDatabase database) {
    database.fill(
        100_000,
        """
        INSERT INTO tasks (task_type, video_id, status, task_details, available_at, completed_at,
                           created_at, updated_at)
        SELECT CASE i % 2 WHEN 0 THEN 'fetch_transcript' ELSE 'fetch_metadata' END, 'video' || i,
               CASE i % 3 WHEN 0 THEN 'pending' ELSE 'completed' END, '{}', <time>,
               CASE i % 3 WHEN 0 THEN NULL ELSE <time> END, <time>, <time>
        """);
    database.fill(
        100_000,
        """
        INSERT INTO outbox (kind, video_id, note_id, status, available_at, created_at, updated_at)
        SELECT 'fetch_transcript', 'video' || i, i,
               CASE i % 2 WHEN 0 THEN 'waiting' ELSE 'dead' END, <time>, <time>, <time>
        """);
    database.settle();
    return database;
  }
}

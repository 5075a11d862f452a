package dev.vidwiz.persistence.job;

import static dev.vidwiz.application.storage.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.persistence.PlannedDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job is handed out by an index, when many wait and many are dead. */
final class OutboxPlansTest {

  @Test
  void claims_by_the_index_of_what_waits_in_sqlite(@TempDir Path folder) {
    try (PlannedDatabase database = filled(PlannedDatabase.sqlite(folder))) {
      assertThat(plan(database, SqliteOutbox.CLAIM))
          .contains("outbox_waiting")
          .doesNotContain("SCAN outbox", "TEMP B-TREE");
    }
  }

  @Test
  void claims_by_the_index_of_what_waits_in_postgres() {
    try (PlannedDatabase database = filled(PlannedDatabase.postgres())) {
      assertThat(plan(database, PostgresOutbox.CLAIM))
          .contains("outbox_waiting")
          .doesNotContain("Seq Scan", "Sort");
    }
  }

  private static String plan(PlannedDatabase database, String sql) {
    return database.plan(sql, Map.of("kind", "ai_note", "limit", 10, "now", NOW, "leaseEnd", NOW));
  }

  private static PlannedDatabase filled(PlannedDatabase database) {
    database.fill(
        100_000,
        """
        INSERT INTO outbox (kind, video_id, note_id, status, available_at, created_at, updated_at)
        SELECT 'ai_note', 'video' || i, i, CASE i % 2 WHEN 0 THEN 'waiting' ELSE 'dead' END,
               <time>, <time>, <time>
        """);
    database.settle();
    return database;
  }
}

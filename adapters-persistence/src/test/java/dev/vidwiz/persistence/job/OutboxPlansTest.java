package dev.vidwiz.persistence.job;

import static dev.vidwiz.application.storage.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.persistence.OnFilledDatabases;
import dev.vidwiz.persistence.PlannedDatabase;
import java.util.Map;

/** A job is handed out by an index, when many wait and many are dead. */
final class OutboxPlansTest {

  @OnFilledDatabases
  void claims_by_the_index_of_waiting_jobs(PlannedDatabase database) {
    String claim =
        switch (database.kind()) {
          case SQLITE -> SqliteOutbox.CLAIM;
          case POSTGRESQL -> PostgresOutbox.CLAIM;
        };

    assertThat(plan(database, claim))
        .contains("outbox_waiting")
        .doesNotContain("Seq Scan", "Sort", "SCAN outbox", "TEMP B-TREE");
  }

  private static String plan(PlannedDatabase database, String sql) {
    return database.plan(sql, Map.of("kind", "ai_note", "limit", 10, "now", NOW, "leaseEnd", NOW));
  }
}

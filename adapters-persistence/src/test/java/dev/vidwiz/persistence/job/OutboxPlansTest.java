package dev.vidwiz.persistence.job;

import static dev.vidwiz.application.storage.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.persistence.OnFilledDatabases;
import dev.vidwiz.persistence.PlannedDatabase;
import java.util.HashMap;
import java.util.List;
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

  @OnFilledDatabases
  void corrects_future_times_by_the_index_of_waiting_jobs(PlannedDatabase database) {
    assertThat(List.of(FutureJobTimes.MAKE_AVAILABLE, FutureJobTimes.SHORTEN_LEASE))
        .allSatisfy(
            statement ->
                assertThat(plan(database, statement))
                    .contains("outbox_waiting")
                    .doesNotContain("Seq Scan", "SCAN outbox"));
  }

  @OnFilledDatabases
  void removes_by_the_index_for_lists(PlannedDatabase database) {
    assertThat(plan(database, JdbiOutbox.REMOVE_CANCELLED))
        .contains("outbox_listed")
        .doesNotContain("Seq Scan", "Sort", "SCAN outbox", "TEMP B-TREE");
  }

  private static String plan(PlannedDatabase database, String sql) {
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("kind", "ai_note");
    arguments.put("limit", 10);
    for (String time : List.of("now", "leaseEnd", "latest", "written", "before")) {
      arguments.put(time, NOW);
    }
    arguments.keySet().removeIf(name -> !sql.contains(":" + name));
    return database.plan(sql, arguments);
  }
}

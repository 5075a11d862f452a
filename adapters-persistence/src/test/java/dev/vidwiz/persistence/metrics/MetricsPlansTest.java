package dev.vidwiz.persistence.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.persistence.OnFilledDatabases;
import dev.vidwiz.persistence.PlannedDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** However much there is to count, no more than a part of an index is read. */
final class MetricsPlansTest {

  private static final Map<String, Object> SOME =
      Map.of("kind", "fetch_transcript", "status", "completed", "most", 1_000);

  private static final List<String> STATEMENTS =
      List.of(
          JdbiMetrics.COUNT_TASKS,
          JdbiMetrics.FIRST_DUE,
          JdbiMetrics.COUNT_JOBS,
          JdbiMetrics.OLDEST_JOB,
          JdbiMetrics.COUNT_TRANSCRIPTS);

  @OnFilledDatabases
  void counts_by_indexes(PlannedDatabase database) {
    for (String sql : STATEMENTS) {
      assertThat(plan(database, sql))
          .containsIgnoringCase("index")
          .doesNotContain("Seq Scan", "Sort", "SCAN tasks", "SCAN outbox", "TEMP B-TREE");
    }
  }

  private static String plan(PlannedDatabase database, String sql) {
    Map<String, Object> arguments = new HashMap<>(SOME);
    arguments.keySet().removeIf(name -> !sql.contains(":" + name));
    return database.plan(sql, arguments);
  }
}

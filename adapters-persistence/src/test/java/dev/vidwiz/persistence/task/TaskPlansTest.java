package dev.vidwiz.persistence.task;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.persistence.EmptyDatabase.Kind.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.persistence.OnFilledDatabases;
import dev.vidwiz.persistence.PlannedDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** No statement about tasks reads more of them, or sorts, when there are many. */
final class TaskPlansTest {

  @OnFilledDatabases
  void claims_by_the_index_of_pending_tasks(PlannedDatabase database) {
    List<String> claims =
        switch (database.kind()) {
          case SQLITE -> List.of(SqliteTaskQueue.CLAIM);
          case POSTGRESQL -> List.of(PostgresTaskQueue.CLAIM_FIRST, PostgresTaskQueue.CLAIM_NEXT);
        };

    assertThat(claims)
        .allSatisfy(claim -> assertThat(plan(database, claim)).contains("tasks_pending"));
  }

  @OnFilledDatabases
  void brings_forward_by_the_index_of_pending_tasks(PlannedDatabase database) {
    String bringParkedForward =
        switch (database.kind()) {
          case SQLITE -> SqliteTaskQueue.BRING_PARKED_FORWARD;
          case POSTGRESQL -> PostgresTaskQueue.BRING_PARKED_FORWARD;
        };

    assertThat(plan(database, bringParkedForward)).contains("tasks_pending");
  }

  @OnFilledDatabases
  void schedules_by_the_indexes_of_active_and_failed_tasks(PlannedDatabase database) {
    assertThat(plan(database, TaskSql.SCHEDULE)).contains("tasks_active", "tasks_failed");
  }

  @OnFilledDatabases
  void finds_stale_tasks_by_the_index_of_tasks_in_progress(PlannedDatabase database) {
    assertThat(plan(database, TaskSql.FIND_STALE)).contains("tasks_in_progress");
  }

  @OnFilledDatabases
  void counts_by_the_index_of_pending_tasks(PlannedDatabase database) {
    assertThat(plan(database, TaskSql.COUNT_AVAILABLE)).contains("tasks_pending");
  }

  @OnFilledDatabases
  void removes_by_the_index_of_ended_tasks(PlannedDatabase database) {
    assertThat(plan(database, TaskSql.REMOVE_ENDED)).contains("tasks_ended");
  }

  @OnFilledDatabases(POSTGRESQL)
  void completes_by_indexes(PlannedDatabase database) {
    assertThat(plan(database, PostgresMetadataFastPath.COMPLETE))
        .contains("videos_video_id_key", "tasks_pkey");
  }

  private static String plan(PlannedDatabase database, String sql) {
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("workerUserId", 42L);
    arguments.put("type", "fetch_transcript");
    arguments.put("videoId", "dQw4w9WgXcQ");
    arguments.put("details", new JsonText("{}"));
    arguments.put("status", "completed");
    arguments.put("now", NOW);
    arguments.put("failedBefore", NOW);
    arguments.put("startedBefore", NOW);
    arguments.put("before", NOW);
    arguments.put("limit", 1_000);
    arguments.put("lastAt", NOW);
    arguments.put("lastId", 7L);
    arguments.put("id", 7L);
    arguments.put("attempt", 1);
    arguments.put("metadata", new JsonText("{}"));
    arguments.put("title", "A title");
    arguments.put("folded", "a title");
    arguments.keySet().removeIf(name -> !sql.contains(":" + name));
    String plan = database.plan(sql, arguments);
    assertThat(plan)
        .doesNotContain("Seq Scan", "Sort")
        .doesNotContain("SCAN tasks", "USE TEMP B-TREE");
    return plan;
  }
}

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
  void claims_by_the_index_of_turns(PlannedDatabase database) {
    List<String> claims =
        switch (database.kind()) {
          case SQLITE -> List.of(SqliteTaskQueue.CLAIM, SqliteTaskQueue.CLAIM_BATCH);
          case POSTGRESQL ->
              List.of(PostgresTaskQueue.CLAIM_BEHIND, PostgresTaskQueue.CLAIM_BATCH_BEHIND);
        };

    assertThat(claims)
        .allSatisfy(claim -> assertThat(plan(database, claim)).contains("tasks_turns"));
  }

  @OnFilledDatabases
  void claims_tasks_of_one_user_by_the_index_of_requesters(PlannedDatabase database) {
    String claim =
        switch (database.kind()) {
          case SQLITE -> SqliteTaskQueue.CLAIM_OWN;
          case POSTGRESQL -> PostgresTaskQueue.CLAIM_OWN;
        };

    String find = TaskSql.FIND_OWNERS.replace("<requesters>", ":requestedBy");
    assertThat(List.of(claim, find))
        .allSatisfy(sql -> assertThat(plan(database, sql)).contains("tasks_requested"));
  }

  @OnFilledDatabases
  void gives_turns_by_the_indexes_of_turns(PlannedDatabase database) {
    assertThat(plan(database, TaskSql.JOIN)).contains("tasks_turns", "tasks_requested");
    assertThat(plan(database, TaskSql.FIRST_DUE)).contains("tasks_delayed");
  }

  @OnFilledDatabases
  void brings_forward_by_the_index_of_delayed_tasks(PlannedDatabase database) {
    String bringParkedForward =
        switch (database.kind()) {
          case SQLITE -> SqliteTaskQueue.BRING_PARKED_FORWARD;
          case POSTGRESQL -> PostgresTaskQueue.BRING_PARKED_FORWARD;
        };

    assertThat(plan(database, bringParkedForward)).contains("tasks_delayed");
  }

  @OnFilledDatabases
  void corrects_future_times_by_indexes(PlannedDatabase database) {
    assertThat(plan(database, FutureTimes.MAKE_AVAILABLE)).contains("tasks_delayed");
    assertThat(plan(database, FutureTimes.START_LEASE)).contains("tasks_in_progress");
    assertThat(plan(database, FutureTimes.FAIL_NOW)).contains("tasks_ended");
  }

  @OnFilledDatabases
  void schedules_by_the_indexes_of_active_and_failed_tasks(PlannedDatabase database) {
    assertThat(plan(database, TaskSql.SCHEDULE))
        .contains("tasks_active", "tasks_failed", "tasks_turns", "tasks_requested");
  }

  @OnFilledDatabases
  void finds_stale_tasks_by_the_index_of_tasks_in_progress(PlannedDatabase database) {
    assertThat(plan(database, TaskSql.FIND_STALE)).contains("tasks_in_progress");
  }

  @OnFilledDatabases
  void counts_by_the_indexes_of_pending_tasks(PlannedDatabase database) {
    assertThat(plan(database, TaskSql.COUNT_AVAILABLE)).contains("tasks_turns", "tasks_delayed");
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
    arguments.put("latest", NOW);
    arguments.put("written", NOW);
    arguments.put("limit", 1_000);
    arguments.put("max", 50);
    for (String bound : List.of("userTurn", "userTask", "guestTurn", "guestTask", "newLine")) {
      arguments.put(bound, 7L);
    }
    arguments.put("guest", false);
    arguments.put("requestedBy", "user:42");
    arguments.put("claimId", "a claim");
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

package dev.vidwiz.persistence.task;

import static dev.vidwiz.application.storage.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.persistence.PlannedDatabase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** No statement about tasks reads more of them, or sorts, when there are many. */
final class TaskPlansTest {

  private static final int MANY = 100_000;

  @TempDir static Path folder;

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class Plans {

    private PlannedDatabase database;

    abstract PlannedDatabase open();

    abstract List<String> claims();

    abstract String bringParkedForward();

    @BeforeAll
    void fill() {
      database = open();
      for (String status : new String[] {"pending", "completed", "failed", "cancelled"}) {
        database.fill(
            MANY,
            """
            INSERT INTO tasks (task_type, video_id, status, task_details, retry_count, available_at,
                               started_at, completed_at, created_at, updated_at)
            SELECT 'fetch_transcript', '%1$s' || i, '%1$s', '{}', 0, <time>,
                   NULL, %2$s, <time>, <time>
            """
                .formatted(status, status.equals("pending") ? "NULL" : "<time>"));
      }
      database.fill(
          1_000,
          """
          INSERT INTO tasks (task_type, video_id, status, task_details, retry_count, available_at,
                             started_at, created_at, updated_at)
          SELECT 'fetch_transcript', 'in_progress' || i, 'in_progress', '{}', 0, <time>,
                 <time>, <time>, <time>
          """);
      database.fill(
          10_000,
          "INSERT INTO videos (video_id, created_at, updated_at) SELECT 'video' || i, <time>,"
              + " <time>");
      database.settle();
    }

    @AfterAll
    void close() {
      database.close();
    }

    @Test
    void claims_by_the_index_of_what_is_pending() {
      assertThat(claims())
          .isNotEmpty()
          .allSatisfy(claim -> assertThat(plan(claim)).contains("tasks_pending"));
    }

    @Test
    void brings_forward_by_the_index_of_what_is_pending() {
      assertThat(plan(bringParkedForward())).contains("tasks_pending");
    }

    @Test
    void schedules_by_the_indexes_of_what_is_active_and_what_failed() {
      assertThat(plan(TaskSql.SCHEDULE)).contains("tasks_active").contains("tasks_failed");
    }

    @Test
    void finds_stale_tasks_by_the_index_of_what_is_in_progress() {
      assertThat(plan(TaskSql.FIND_STALE)).contains("tasks_in_progress");
    }

    @Test
    void counts_by_the_index_of_what_is_pending() {
      assertThat(plan(TaskSql.COUNT_AVAILABLE)).contains("tasks_pending");
    }

    @Test
    void removes_by_the_index_of_what_has_ended() {
      assertThat(plan(TaskSql.REMOVE_ENDED)).contains("tasks_ended");
    }

    final String plan(String sql) {
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

  @Nested
  final class Sqlite extends Plans {
    @Override
    PlannedDatabase open() {
      return PlannedDatabase.sqlite(folder);
    }

    @Override
    List<String> claims() {
      return List.of(SqliteTaskQueue.CLAIM);
    }

    @Override
    String bringParkedForward() {
      return SqliteTaskQueue.BRING_PARKED_FORWARD;
    }
  }

  @Nested
  final class Postgres extends Plans {
    @Override
    PlannedDatabase open() {
      return PlannedDatabase.postgres();
    }

    @Override
    List<String> claims() {
      return List.of(PostgresTaskQueue.CLAIM_FIRST, PostgresTaskQueue.CLAIM_NEXT);
    }

    @Override
    String bringParkedForward() {
      return PostgresTaskQueue.BRING_PARKED_FORWARD;
    }

    @Test
    void completes_by_indexes() {
      assertThat(plan(PostgresMetadataIntake.COMPLETE))
          .contains("videos_video_id_key", "tasks_pkey");
    }
  }
}

package dev.vidwiz.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.job.JobSearch;
import dev.vidwiz.application.job.JobType;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.persistence.PlannedDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Jobs are listed and counted by their indexes, when there are many of them. PostgreSQL may sort
 * what is little.
 */
final class JobPlansTest {

  private static final int MANY = 20_000;

  private static final List<JobSearch> SEARCHES =
      List.of(
          search(null, null),
          search(TaskState.FAILED, null),
          search(TaskState.FAILED, JobType.FETCH_TRANSCRIPT),
          search(null, JobType.SUMMARY));

  @Test
  void reads_stretches_of_indexes_in_sqlite(@TempDir Path folder) {
    try (PlannedDatabase database = filled(PlannedDatabase.sqlite(folder))) {
      for (JobSearch search : SEARCHES) {
        assertThat(List.of(page(database, search), count(database, search)))
            .allSatisfy(
                plan ->
                    assertThat(plan)
                        .containsAnyOf("tasks_listed", "outbox_listed")
                        .doesNotContain("SCAN tasks", "SCAN outbox"));
        assertThat(count(database, search)).doesNotContain("TEMP B-TREE");
      }
    }
  }

  @Test
  void reads_stretches_of_indexes_in_postgres() {
    try (PlannedDatabase database = filled(PlannedDatabase.postgres())) {
      for (JobSearch search : SEARCHES) {
        assertThat(List.of(page(database, search), count(database, search)))
            .allSatisfy(
                plan ->
                    assertThat(plan)
                        .containsAnyOf("tasks_listed", "outbox_listed")
                        .doesNotContain("Seq Scan"));
      }
    }
  }

  private static String page(PlannedDatabase database, JobSearch search) {
    return database.plan(JobSql.page(search), Map.of("most", 20, "limit", 10, "offset", 10));
  }

  private static String count(PlannedDatabase database, JobSearch search) {
    return database.plan(JobSql.count(search), Map.of("most", 500));
  }

  private static JobSearch search(@Nullable TaskState state, @Nullable JobType type) {
    return new JobSearch(state, type, 1, 10);
  }

  private static PlannedDatabase filled(PlannedDatabase database) {
    for (String status : List.of("completed", "failed")) {
      database.fill(
          MANY,
          """
          INSERT INTO tasks (task_type, video_id, status, task_details, retry_count, available_at,
                             completed_at, created_at, updated_at)
          SELECT CASE i %% 2 WHEN 0 THEN 'fetch_transcript' ELSE 'fetch_metadata' END,
                 'video' || i, '%s', '{}', 0, <time>, <time>, <time>, <time>
          """
              .formatted(status));
    }
    database.fill(
        MANY,
        """
        INSERT INTO outbox (kind, video_id, note_id, status, available_at, created_at, updated_at)
        SELECT CASE i % 2 WHEN 0 THEN 'ai_note' ELSE 'summary' END, 'video' || i, i,
               CASE i % 3 WHEN 0 THEN 'waiting' ELSE 'dead' END, <time>, <time>, <time>
        """);
    database.settle();
    return database;
  }
}

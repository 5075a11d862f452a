package dev.vidwiz.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.job.JobSearch;
import dev.vidwiz.application.job.JobType;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.persistence.OnFilledDatabases;
import dev.vidwiz.persistence.PlannedDatabase;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Jobs are listed and counted by their indexes, when there are many of them. PostgreSQL may sort
 * what is little.
 */
final class JobPlansTest {

  private static final List<JobSearch> SEARCHES =
      List.of(
          search(null, null),
          search(TaskState.FAILED, null),
          search(TaskState.FAILED, JobType.FETCH_TRANSCRIPT),
          search(null, JobType.SUMMARY));

  @OnFilledDatabases
  void reads_ranges_of_indexes(PlannedDatabase database) {
    for (JobSearch search : SEARCHES) {
      assertThat(List.of(page(database, search), count(database, search)))
          .allSatisfy(
              plan ->
                  assertThat(plan)
                      .containsAnyOf("tasks_listed", "outbox_listed")
                      .doesNotContain("Seq Scan", "SCAN tasks", "SCAN outbox"));
      assertThat(count(database, search)).doesNotContain("TEMP B-TREE");
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
}

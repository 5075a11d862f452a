package dev.vidwiz.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.job.JobSearch;
import dev.vidwiz.application.job.JobType;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.video.VideoId;
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

  @OnFilledDatabases
  void reads_the_jobs_of_a_video_by_its_indexes(PlannedDatabase database) {
    VideoId video = new VideoId("pending_100");
    for (JobSearch search :
        List.of(
            new JobSearch(null, null, video, 1, 10),
            new JobSearch(TaskState.FAILED, JobType.FETCH_TRANSCRIPT, video, 1, 10),
            new JobSearch(TaskState.FAILED, JobType.SUMMARY, video, 1, 10))) {
      Map<String, Object> count = Map.of("most", 500, "videoId", video.value());
      Map<String, Object> page =
          Map.of("most", 20, "limit", 10, "offset", 10, "videoId", video.value());
      assertThat(
              List.of(
                  database.plan(JobSql.count(search), count),
                  database.plan(JobSql.page(search), page)))
          .allSatisfy(
              plan ->
                  assertThat(plan)
                      .containsAnyOf("tasks_of_video", "outbox_of_video")
                      .doesNotContain("_listed", "Seq Scan", "SCAN tasks", "SCAN outbox"));
    }
  }

  private static String page(PlannedDatabase database, JobSearch search) {
    return database.plan(JobSql.page(search), Map.of("most", 20, "limit", 10, "offset", 10));
  }

  private static String count(PlannedDatabase database, JobSearch search) {
    return database.plan(JobSql.count(search), Map.of("most", 500));
  }

  private static JobSearch search(@Nullable TaskState state, @Nullable JobType type) {
    return new JobSearch(state, type, null, 1, 10);
  }
}

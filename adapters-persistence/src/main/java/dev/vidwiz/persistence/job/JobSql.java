package dev.vidwiz.persistence.job;

import dev.vidwiz.application.job.JobSearch;
import dev.vidwiz.application.job.JobType;
import dev.vidwiz.domain.job.JobId;
import dev.vidwiz.domain.task.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of a search. It reads one range of an index per type and state, up to the end of the page
 * or the count, so that the cost does not depend on the size of the tables.
 */
final class JobSql {

  private static final String RANGE =
      """
      SELECT kind, id, created_at FROM (
        SELECT '%1$s' AS kind, id, created_at FROM %2$s
        WHERE %3$s = '%4$s' AND status = '%5$s'
        ORDER BY created_at DESC, id DESC
        LIMIT :most) AS %4$s_%5$s
      """;

  /** Changed columns, so that only the index by video fits. */
  private static final String OF_VIDEO =
      """
      SELECT kind, id, created_at FROM (
        SELECT '%1$s' AS kind, id, created_at FROM %2$s
        WHERE video_id = :videoId%3$s%4$s
        ORDER BY created_at DESC, id DESC
        LIMIT :most) AS %1$s_jobs
      """;

  private JobSql() {}

  /** Returns the query for a page; {@code most} is the number of jobs up to its end. */
  static String page(JobSearch search) {
    return ranges(search) + "ORDER BY created_at DESC, kind, id DESC LIMIT :limit OFFSET :offset";
  }

  /** Returns the query for the number of jobs, up to {@code most}. */
  static String count(JobSearch search) {
    return "SELECT count(*) FROM (" + ranges(search) + "LIMIT :most) AS found";
  }

  private static String ranges(JobSearch search) {
    return search.videoId() == null ? allVideos(search) : oneVideo(search);
  }

  /** A video has few jobs. */
  private static String oneVideo(JobSearch search) {
    TaskState state = search.state();
    List<String> tables = new ArrayList<>();
    if (mayBe(search, JobId.Kind.TASK)) {
      tables.add(
          OF_VIDEO.formatted(
              JobId.Kind.TASK.code(),
              "tasks",
              is("task_type", search.type() == null ? null : search.type().code()),
              is("status", state == null ? null : state.code())));
    }
    if (mayBe(search, JobId.Kind.AI)) {
      tables.add(
          OF_VIDEO.formatted(
              JobId.Kind.AI.code(),
              "outbox",
              is("kind", search.type() == null ? null : search.type().code()),
              is("status", state == null ? null : AiJobStatus.of(state))));
    }
    return String.join("UNION ALL\n", tables);
  }

  private static boolean mayBe(JobSearch search, JobId.Kind kind) {
    return search.type() == null || search.type().kind() == kind;
  }

  private static String is(String column, @Nullable String value) {
    return value == null ? "" : " AND " + column + " || '' = '" + value + "'";
  }

  private static String allVideos(JobSearch search) {
    List<JobType> types =
        search.type() == null ? List.of(JobType.values()) : List.of(search.type());
    List<TaskState> states =
        search.state() == null ? List.of(TaskState.values()) : List.of(search.state());
    return types.stream()
        .flatMap(type -> states.stream().flatMap(state -> range(type, state)))
        .collect(Collectors.joining("UNION ALL\n"));
  }

  private static Stream<String> range(JobType type, TaskState state) {
    String kind = type.kind().code();
    return Stream.of(
        switch (type.kind()) {
          case TASK -> RANGE.formatted(kind, "tasks", "task_type", type.code(), state.code());
          case AI -> RANGE.formatted(kind, "outbox", "kind", type.code(), AiJobStatus.of(state));
        });
  }
}

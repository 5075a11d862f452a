package dev.vidwiz.persistence.job;

import dev.vidwiz.application.job.JobSearch;
import dev.vidwiz.application.job.JobType;
import dev.vidwiz.domain.task.TaskState;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

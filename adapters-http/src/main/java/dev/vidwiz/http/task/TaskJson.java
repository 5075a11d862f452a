package dev.vidwiz.http.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vidwiz.domain.task.Task;
import org.jspecify.annotations.Nullable;

/** A task as workers receive it; the legacy API omits postponements. */
record TaskJson(
    long taskId,
    String taskType,
    Details taskDetails,
    int retryCount,
    @Nullable String claimId,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer postponements,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean operatorRetry,
    String message) {

  record Details(String videoId) {}

  static TaskJson from(Task task) {
    return of(task, task.postponements().count(), task.postponements().operatorRetry());
  }

  static TaskJson legacy(Task task) {
    return of(task, null, null);
  }

  private static TaskJson of(
      Task task, @Nullable Integer postponements, @Nullable Boolean operatorRetry) {
    return new TaskJson(
        task.id(),
        task.type().code(),
        new Details(task.videoId().value()),
        task.attempts(),
        task.claimId(),
        postponements,
        operatorRetry,
        "Task assigned");
  }
}

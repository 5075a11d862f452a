package dev.vidwiz.http.task;

import dev.vidwiz.domain.task.Task;

/** A task as a worker gets it. */
record TaskJson(
    long taskId,
    String taskType,
    TaskDetails taskDetails,
    int retryCount,
    int postponements,
    boolean operatorRetry,
    String message) {

  static final String MESSAGE = "Task assigned";

  static TaskJson from(Task task) {
    return new TaskJson(
        task.id(),
        task.type().code(),
        TaskDetails.of(task),
        task.attempts(),
        task.postponements().count(),
        task.postponements().operatorRetry(),
        MESSAGE);
  }
}

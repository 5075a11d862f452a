package dev.vidwiz.http.task;

import dev.vidwiz.domain.task.Task;

/** A task as a worker of the first generation gets it. */
record LegacyTaskJson(
    long taskId, String taskType, TaskDetails taskDetails, int retryCount, String message) {

  static LegacyTaskJson from(Task task) {
    return new LegacyTaskJson(
        task.id(), task.type().code(), TaskDetails.of(task), task.attempts(), TaskJson.MESSAGE);
  }
}

package dev.vidwiz.http.task;

import dev.vidwiz.domain.task.Task;

/** A task as a worker gets it. */
record TaskJson(long taskId, String taskType, Details taskDetails, int retryCount, String message) {

  record Details(String videoId) {}

  static TaskJson from(Task task) {
    return new TaskJson(
        task.id(),
        task.type().code(),
        new Details(task.videoId().value()),
        task.attempts(),
        "Task assigned");
  }
}

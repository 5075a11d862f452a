package dev.vidwiz.http.task;

import dev.vidwiz.domain.task.Task;

/** What a task is about. */
record TaskDetails(String videoId) {

  static TaskDetails of(Task task) {
    return new TaskDetails(task.videoId().value());
  }
}

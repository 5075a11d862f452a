package dev.vidwiz.bench.workload;

import dev.vidwiz.bench.http.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The task that a worker has claimed. */
record TaskInProgress(String id, String video) {

  private static final Pattern TASK =
      Pattern.compile("\"task_id\": ?(\\d+).*\"video_id\": ?\"([^\"]+)\"", Pattern.DOTALL);

  /**
   * Reads the response to a claim.
   *
   * @throws IllegalStateException when there was no task
   */
  static TaskInProgress of(Response response) {
    Matcher task = TASK.matcher(response.text());
    if (!task.find()) {
      throw new IllegalStateException("no task: " + response.text());
    }
    return new TaskInProgress(task.group(1), task.group(2));
  }
}

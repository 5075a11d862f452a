package dev.vidwiz.http;

import dev.vidwiz.domain.task.TaskType;
import org.junit.jupiter.api.AfterEach;

/** What tests need that take tasks and report on them. */
abstract class TaskReports {

  static final String TASKS = "/v2/internal/tasks";

  static final String POLL =
      "GET "
          + TASKS
          + "?type=metadata&timeout=60 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
          + TestServer.ADMIN_TOKEN
          + "\r\n\r\n";

  final TestServer server = TestServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  String transcriptError() {
    return server
        .callAsAdmin("GET", "/v2/internal/videos/" + TestServer.VIDEO, null)
        .json()
        .get("transcript_error")
        .asText();
  }

  Answer claim(String type) {
    return server.callAsAdmin("GET", TASKS + "?type=" + type, null);
  }

  Answer report(Answer task, String fields) {
    return server.callAsAdmin(
        "POST",
        TASKS + "/" + idOf(task) + "/result",
        "{\"video_id\": \"" + TestServer.VIDEO + "\", " + fields + "}");
  }

  static long idOf(Answer task) {
    return task.json().get("task_id").longValue();
  }

  static String status(Answer result) {
    return result.json().get("status").textValue();
  }

  void awaitWaiting(int count) {
    Await.until(() -> server.app().useCases().claimTask.waiting(TaskType.METADATA) == count);
  }
}

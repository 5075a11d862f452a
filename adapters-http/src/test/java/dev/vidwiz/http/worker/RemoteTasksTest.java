package dev.vidwiz.http.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.net.httpserver.HttpServer;
import dev.vidwiz.application.fetch.Assignment;
import dev.vidwiz.application.worker.TaskReport;
import dev.vidwiz.application.worker.TaskReport.Result;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.http.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteTasksTest {

  @Test
  void a_remote_worker_postpones_and_resumes_tasks() throws InterruptedException {
    try (TestServer server = TestServer.start()) {
      server.createVideo(server.logIn("ann"));
      RemoteTasks tasks = tasks(server.port());

      Assignment first = take(tasks);
      assertThat(first.postponements()).isZero();
      report(tasks, first, false);
      server.clock().advance(Duration.ofHours(1));
      Assignment second = take(tasks);
      assertThat(second.postponements()).isEqualTo(1);
      report(tasks, second, true);
      tasks.resume();
      Assignment third = take(tasks);

      assertThat(third.postponements()).isEqualTo(1);
      report(tasks, third, true);
      assertThat(
              server
                  .callAsAdmin("GET", "/v2/internal/videos/" + TestServer.VIDEO, null)
                  .json()
                  .get("transcript_error")
                  .textValue())
          .isEqualTo("Next try later.");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 405})
  void an_older_server_need_not_support_resuming(int status) throws IOException {
    HttpServer older =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    older.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    older.start();
    try {
      assertThatCode(tasks(older.getAddress().getPort())::resume).doesNotThrowAnyException();
    } finally {
      older.stop(0);
    }
  }

  private static RemoteTasks tasks(int port) {
    return new RemoteTasks(URI.create("http://127.0.0.1:" + port), TestServer.ADMIN_TOKEN);
  }

  private static Assignment take(RemoteTasks tasks) throws InterruptedException {
    return tasks.take(TaskType.TRANSCRIPT, Duration.ofSeconds(1)).orElseThrow();
  }

  private static void report(RemoteTasks tasks, Assignment task, boolean parked)
      throws InterruptedException {
    tasks.report(
        new TaskReport(
            task.taskId(),
            new VideoId(TestServer.VIDEO),
            null,
            task.attempt(),
            null,
            new Result.Failure("429", "Next try later.", false, Duration.ofHours(1), parked)));
  }
}

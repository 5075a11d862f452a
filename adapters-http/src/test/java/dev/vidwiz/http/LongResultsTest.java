package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.http.RawClient.RawAnswer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Long results that the server rejects as soon as it knows the task. */
class LongResultsTest {

  private final TestServer server = TestServer.start();
  private final String ann = server.logIn("ann");

  @BeforeEach
  void makeTasks() {
    server.createVideo(ann);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void the_result_of_a_task_that_is_not_in_progress_is_400() throws IOException {
    RawAnswer answer = begin("/v2/internal/tasks/1/result", TestServer.ADMIN_TOKEN);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("not in progress but pending");
  }

  @Test
  void the_result_of_a_task_that_another_worker_has_is_403() throws IOException {
    long id = claim(1L);

    assertThat(begin("/v2/internal/tasks/" + id + "/result", TestServer.ADMIN_TOKEN).status())
        .isEqualTo(403);
    assertThat(beginNamed(id, server.logIn("bob")).body()).contains("a different worker");
  }

  @Test
  void a_task_that_its_worker_may_not_answer_any_more_is_403_and_given_back() throws IOException {
    long id = claim(1L);
    server.callAs(
        server.logIn("bob"),
        "POST",
        "/api/wiz/init",
        "{\"video_id\": \"" + TestServer.VIDEO + "\"}");

    RawAnswer answer = beginNamed(id, ann);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("Others have requested");
    assertThat(claim(null)).isEqualTo(id);
  }

  private long claim(@Nullable Long userId) {
    return server
        .storage()
        .tasks()
        .claim(TaskType.TRANSCRIPT, userId, server.clock().instant())
        .orElseThrow()
        .id();
  }

  /** Announces a result and sends nothing of it. */
  private RawAnswer begin(String path, String token) throws IOException {
    try (RawClient client = new RawClient(server.port())) {
      return client.send(head(path, token)).read();
    }
  }

  /** Sends the id of the task and no more than what the server receives at first. */
  private RawAnswer beginNamed(long id, String token) throws IOException {
    String start = "{\"task_id\": " + id + ", \"transcript\": [" + " ".repeat(300_000);
    try (RawClient client = new RawClient(server.port())) {
      client.send(head("/api/tasks/transcript", token));
      assertThat(client.read().status()).isEqualTo(100);
      return client.send(start + " ".repeat(16_000_000 - start.length())).read();
    }
  }

  private static String head(String path, String token) {
    return """
    POST %s HTTP/1.1\r
    Host: x\r
    Expect: 100-continue\r
    Content-Length: 16000000\r
    Authorization: Bearer %s\r
    \r
    """
        .formatted(path, token);
  }
}

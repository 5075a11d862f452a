package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims of several tasks at once. */
class TaskBatchesTest extends TaskReports {

  private static final List<String> VIDEOS = List.of("video000001", "video000002", "video000003");

  @Test
  void a_worker_claims_several_tasks_and_reports_each() {
    createVideos();

    Answer two = claim("metadata&max=2");
    Answer rest = claim("metadata&max=50");

    assertThat(two.status()).isEqualTo(200);
    assertThat(videos(two)).containsExactly("video000001", "video000002");
    assertThat(videos(rest)).containsExactly("video000003");
    JsonNode first = two.json().at("/tasks/0");
    JsonNode second = two.json().at("/tasks/1");
    assertThat(report(first, "video000001", second.get("claim_id")).code())
        .isEqualTo("BAD_REQUEST");
    for (JsonNode task : List.of(first, second)) {
      String video = task.at("/task_details/video_id").textValue();
      assertThat(status(report(task, video, task.get("claim_id")))).isEqualTo("completed");
    }
  }

  @Test
  void a_batch_of_one_is_a_list_too() {
    createVideos();

    assertThat(videos(claim("metadata&max=1"))).containsExactly("video000001");
  }

  @Test
  void no_task_is_an_empty_204() {
    Answer none = claim("metadata&timeout=1&max=50");

    assertThat(none.status()).isEqualTo(204);
    assertThat(none.body()).isEmpty();
  }

  @Test
  void a_worker_that_waits_for_a_batch_gets_a_new_task() {
    CompletableFuture<Answer> waiting =
        CompletableFuture.supplyAsync(() -> claim("metadata&timeout=60&max=50"));
    awaitWaiting(1);

    server.createVideo(server.logIn("ann"));

    assertThat(videos(waiting.join())).containsExactly(TestServer.VIDEO);
  }

  @Test
  void a_batch_whose_worker_has_disconnected_costs_no_attempt() throws IOException {
    try (RawClient worker = new RawClient(server.port())) {
      worker.send(POLL.replace("timeout=60", "timeout=60&max=50"));
      awaitWaiting(1);
    }

    createVideos();

    Answer all = claim("metadata&max=50");
    assertThat(all.json().get("tasks"))
        .hasSize(3)
        .allSatisfy(task -> assertThat(task.get("retry_count").intValue()).isEqualTo(1));
  }

  @ParameterizedTest
  @CsvSource({
    "0, greater_than_equal",
    "-1, greater_than_equal",
    "51, less_than_equal",
    "99999999999999999999, less_than_equal",
    "1.5, int_parsing",
    "all, int_parsing",
    "'', int_parsing"
  })
  void the_size_is_checked(String max, String error) {
    Answer answer = claim("metadata&max=" + max);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.wrongFields()).isEqualTo("query.max " + error);
  }

  private void createVideos() {
    String token = server.logIn("ann");
    for (String video : VIDEOS) {
      server.callAs(token, "POST", "/v2/videos/" + video + "/notes", "{\"timestamp\": \"0:01\"}");
    }
  }

  private Answer report(JsonNode task, String video, JsonNode claimId) {
    return server.callAsAdmin(
        "POST",
        TASKS + "/" + task.get("task_id") + "/result",
        "{\"video_id\": \"%s\", \"success\": true, \"metadata\": {}, \"claim_id\": %s}"
            .formatted(video, claimId));
  }

  private static List<String> videos(Answer batch) {
    return StreamSupport.stream(batch.json().get("tasks").spliterator(), false)
        .map(task -> task.at("/task_details/video_id").textValue())
        .toList();
  }
}

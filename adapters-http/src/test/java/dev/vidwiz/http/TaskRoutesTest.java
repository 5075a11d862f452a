package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.http.RawClient.RawAnswer;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TaskRoutesTest extends TaskReports {

  @Test
  void a_worker_claims_a_task_and_reports_its_result() {
    server.createVideo(server.logIn("ann"));

    Answer task = claim("transcript");

    assertThat(task.status()).isEqualTo(200);
    assertThat(task.body())
        .isEqualTo(
            """
            {"task_id":%d,"task_type":"fetch_transcript",\
            "task_details":{"video_id":"dQw4w9WgXcQ"},"retry_count":1,"claim_id":"%s",\
            "postponements":0,"operator_retry":false,"message":"Task assigned"}\
            """
                .formatted(idOf(task), task.json().get("claim_id").textValue()));
    Answer result =
        report(task, "\"success\": true, \"transcript\": [{\"text\": \"a\", \"offset\": 1.50}]");
    assertThat(result.body())
        .isEqualTo(
            "{\"message\":\"Task result recorded\",\"task_id\":%d,\"status\":\"completed\"}"
                .formatted(idOf(task)));
    assertThat(report(task, "\"success\": true").status()).isEqualTo(400);
  }

  @Test
  void no_task_is_an_empty_204() {
    Answer none = claim("metadata&timeout=1");

    assertThat(none.status()).isEqualTo(204);
    assertThat(none.body()).isEmpty();
  }

  @Test
  void a_worker_that_waits_gets_a_new_task() {
    CompletableFuture<Answer> waiting =
        CompletableFuture.supplyAsync(() -> claim("metadata&timeout=99999999999999999999"));
    awaitWaiting(1);

    server.createVideo(server.logIn("ann"));

    assertThat(waiting.join().status()).isEqualTo(200);
  }

  @Test
  void a_worker_that_disconnects_while_waiting_costs_the_task_no_attempt() throws IOException {
    try (RawClient worker = new RawClient(server.port())) {
      worker.send(POLL);
      awaitWaiting(1);
    }

    server.createVideo(server.logIn("ann"));

    Answer task = claim("metadata");
    assertThat(task.json().get("retry_count").intValue()).isEqualTo(1);
  }

  @Test
  void a_worker_that_closed_its_sending_side_is_skipped() throws IOException {
    try (RawClient gone = new RawClient(server.port());
        RawClient present = new RawClient(server.port())) {
      gone.send(POLL);
      awaitWaiting(1);
      present.send(POLL);
      awaitWaiting(2);
      gone.finish();

      server.createVideo(server.logIn("ann"));

      RawAnswer task = present.read();
      assertThat(task.status()).isEqualTo(200);
      assertThat(Answer.parse(task.body()).get("retry_count").intValue()).isEqualTo(1);
      assertThat(gone.read().status()).isEqualTo(204);
    }
  }

  @Test
  void a_request_sent_behind_a_waiting_one_is_answered_after_it() throws IOException {
    try (RawClient worker = new RawClient(server.port())) {
      worker.send(POLL);
      awaitWaiting(1);
      worker.send("GET /v2/internal/videos/dQw4w9WgXcQ HTTP/1.1\r\nHost: x\r\n");

      server.createVideo(server.logIn("ann"));

      assertThat(worker.read().status()).isEqualTo(200);
      worker.send("Authorization: Bearer " + TestServer.ADMIN_TOKEN + "\r\n\r\n");
      RawAnswer video = worker.read();
      assertThat(video.status()).isEqualTo(200);
      assertThat(Answer.parse(video.body()).get("video_id").textValue())
          .isEqualTo(TestServer.VIDEO);
    }
  }

  @Test
  void waiting_workers_get_204_when_the_server_stops() throws IOException {
    try (RawClient worker = new RawClient(server.port())) {
      worker.send(POLL);
      awaitWaiting(1);

      server.server().close();

      assertThat(worker.read().status()).isEqualTo(204);
    }
  }

  @Test
  void the_parameters_of_a_claim_are_checked() {
    assertThat(claim("").code()).isEqualTo("BAD_REQUEST");
    assertThat(claim("fetch_transcript").code()).isEqualTo("BAD_REQUEST");
    assertThat(server.callAsAdmin("GET", TASKS + "?timeout=x", null).wrongFields())
        .isEqualTo("query.type missing, query.timeout int_parsing");
    assertThat(claim("metadata&timeout=0").wrongFields())
        .isEqualTo("query.timeout greater_than_equal");
    assertThat(claim("metadata&timeout=-1").wrongFields())
        .isEqualTo("query.timeout greater_than_equal");
    assertThat(claim("metadata&timeout=1.5").wrongFields()).isEqualTo("query.timeout int_parsing");
  }

  @Test
  void a_failure_requeues_or_fails_the_task() {
    server.createVideo(server.logIn("ann"));
    assertThat(status(report(claim("metadata"), "\"success\": false"))).isEqualTo("pending");
    Answer again = claim("metadata");
    assertThat(again.json().get("retry_count").intValue()).isEqualTo(2);
    assertThat(
            status(
                report(
                    again, "\"success\": false, \"error_message\": \"later\", \"retry_after\": 0")))
        .isEqualTo("pending");
    assertThat(status(report(claim("metadata"), "\"success\": false, \"permanent\": true")))
        .isEqualTo("failed");

    report(
        claim("transcript"),
        "\"success\": false, \"permanent\": true, \"error_message\": \"This video is private.\"");
    Answer video = server.callAsAdmin("GET", "/v2/internal/videos/" + TestServer.VIDEO, null);
    assertThat(video.json().get("transcript_error").textValue())
        .isEqualTo("This video is private.");
  }

  @Test
  void a_report_must_fit_its_task() {
    server.createVideo(server.logIn("ann"));
    Answer task = claim("transcript");
    String path = TASKS + "/" + idOf(task) + "/result";

    assertThat(report(task, "\"success\": true, \"metadata\": {}").code()).isEqualTo("BAD_REQUEST");
    assertThat(report(task, "\"success\": true, \"retry_count\": 0").code())
        .isEqualTo("BAD_REQUEST");
    assertThat(
            server
                .callAsAdmin("POST", path, "{\"video_id\": \"aaaaaaaaaaa\", \"success\": true}")
                .code())
        .isEqualTo("BAD_REQUEST");
    assertThat(
            server
                .callAsAdmin(
                    "POST",
                    TASKS + "/999/result",
                    "{\"video_id\": \"aaaaaaaaaaa\", \"success\": true}")
                .code())
        .isEqualTo("NOT_FOUND");
  }

  @Test
  void an_admin_may_not_report_on_the_task_of_a_users_worker() {
    server.createVideo(server.logIn("ann"));
    long id =
        server
            .storage()
            .tasks()
            .claim(TaskType.METADATA, 1L, server.clock().instant())
            .orElseThrow()
            .id();

    Answer answer =
        server.callAsAdmin(
            "POST",
            TASKS + "/" + id + "/result",
            "{\"video_id\": \"dQw4w9WgXcQ\", \"success\": true}");

    assertThat(answer.code()).isEqualTo("FORBIDDEN");
  }

  @Test
  void a_report_is_checked_as_a_whole() {
    Answer answer =
        server.callAsAdmin(
            "POST",
            TASKS + "/0/result",
            """
            {"video_id": 1, "success": "yes", "metadata": [], "retry_count": 1.0,
             "error_message": 5, "permanent": 1, "retry_after": 86401,
             "user_message": "%s", "parked": 1,
             "transcript": [{"text": "fine"}, 7, {}, {"text": null}]}
            """
                .formatted("x".repeat(501)));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.wrongFields())
        .isEqualTo(
            "path.task_id greater_than_equal, body.video_id string_type, body.success bool_type,"
                + " body.transcript.1 dict_type, body.transcript.2.text missing,"
                + " body.transcript.3.text string_type, body.metadata dict_type,"
                + " body.retry_count int_parsing, body.error_message string_type,"
                + " body.permanent bool_type, body.retry_after less_than_equal,"
                + " body.user_message string_too_long, body.parked bool_type");
  }
}

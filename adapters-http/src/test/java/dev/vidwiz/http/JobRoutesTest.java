package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobRoutesTest {

  private static final String JOBS = "/v2/internal/jobs";

  private final TestServer server = TestServer.start();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void jobs_are_listed_with_all_their_fields() {
    server.createVideo(server.logIn("ann"));
    server
        .storage()
        .outbox()
        .add(AiJobKind.AI_NOTE, new VideoId(TestServer.VIDEO), 1L, server.clock().instant());
    fail("\"error_message\": \"no network\", \"retry_after\": 60");
    server.clock().advance(Duration.ofSeconds(5));

    assertThat(server.callAsAdmin("GET", JOBS + "?per_page=2", null).body())
        .isEqualTo(
            """
            {"jobs":[{"id":"ai-1","type":"ai_note","state":"pending","video_id":"dQw4w9WgXcQ",\
            "note_id":1,"attempts":0,"errors":[],"worker":null,\
            "created_at":"2026-03-01T17:30:00+0530","updated_at":"2026-03-01T17:30:00+0530",\
            "available_at":"2026-03-01T17:30:00+0530","started_at":null,"age_seconds":5},\
            {"id":"task-2","type":"fetch_transcript","state":"pending","video_id":"dQw4w9WgXcQ",\
            "note_id":null,"attempts":0,"errors":[{"at":"2026-03-01T17:30:00+0530","attempt":1,\
            "error":"no network"}],"worker":null,\
            "created_at":"2026-03-01T17:30:00+0530","updated_at":"2026-03-01T17:30:00+0530",\
            "available_at":"2026-03-01T17:31:00+0530","started_at":null,"age_seconds":5}],\
            "total":3,"page":1,"per_page":2,"total_pages":2}\
            """);
  }

  @Test
  void jobs_are_found_by_state_and_type() {
    server.createVideo(server.logIn("ann"));
    fail("\"permanent\": true");

    assertThat(ids("")).containsExactly("task-2", "task-1");
    assertThat(ids("?state=failed")).containsExactly("task-2");
    assertThat(ids("?state=pending")).containsExactly("task-1");
    assertThat(ids("?type=transcript")).containsExactly("task-2");
    assertThat(ids("?type=fetch_metadata")).containsExactly("task-1");
    assertThat(ids("?state=failed&type=metadata")).isEmpty();
    assertThat(ids("?type=ai_note")).isEmpty();
    assertThat(ids("?type=summary")).isEmpty();
    assertThat(ids("?state=&type=&per_page=1&page=2")).containsExactly("task-1");
    assertThat(ids("?page=2147483647")).isEmpty();
  }

  @Test
  void all_invalid_parameters_are_reported_together() {
    Answer words = server.callAsAdmin("GET", JOBS + "?state=waiting&type=nonsense", null);
    assertThat(words.status()).isEqualTo(400);
    assertThat(words.json().at("/error/message").textValue())
        .isEqualTo(
            "state must be one of pending, in_progress, completed, failed, cancelled;"
                + " type must be one of transcript, metadata, fetch_transcript, fetch_metadata,"
                + " ai_note, summary");

    assertThat(
            server
                .callAsAdmin("GET", JOBS + "?state=x&type=y&page=0&per_page=51", null)
                .wrongFields())
        .isEqualTo(
            "query.page greater_than_equal, query.per_page less_than_equal,"
                + " query.state value_error, query.type value_error");
  }

  @Test
  void a_retried_task_goes_to_a_waiting_worker() {
    server.createVideo(server.logIn("ann"));
    fail("\"permanent\": true, \"error_message\": \"This video is private.\"");
    CompletableFuture<Answer> waiting =
        CompletableFuture.supplyAsync(
            () -> server.callAsAdmin("GET", "/v2/internal/tasks?type=transcript&timeout=60", null));
    Await.until(() -> server.app().useCases().claimTask.waiting(TaskType.TRANSCRIPT) == 1);

    Answer retried = server.callAsAdmin("POST", JOBS + "/2/retry", null);

    assertThat(retried.status()).isEqualTo(200);
    assertThat(retried.json().get("state").textValue()).isEqualTo("pending");
    assertThat(retried.json().get("errors")).hasSize(1);
    JsonNode task = waiting.join().json();
    assertThat(task.get("task_id").longValue()).isEqualTo(2);
    assertThat(task.get("retry_count").intValue()).isEqualTo(1);
    assertThat(server.callAsAdmin("POST", JOBS + "/task-2/retry", null).code())
        .isEqualTo("CONFLICT");
    assertThat(
            server
                .callAsAdmin("GET", "/v2/internal/videos/" + TestServer.VIDEO, null)
                .json()
                .get("transcript_error")
                .isNull())
        .isTrue();
  }

  @Test
  void a_cancelled_task_takes_no_result() {
    server.createVideo(server.logIn("ann"));
    server.callAsAdmin("GET", "/v2/internal/tasks?type=metadata", null);

    Answer cancelled = server.callAsAdmin("POST", JOBS + "/task-1/cancel", "{}");

    assertThat(cancelled.status()).isEqualTo(200);
    assertThat(cancelled.json().get("state").textValue()).isEqualTo("cancelled");
    assertThat(report(1, "\"success\": true").code()).isEqualTo("BAD_REQUEST");
    assertThat(server.callAsAdmin("POST", JOBS + "/1/cancel", null).code()).isEqualTo("CONFLICT");
  }

  @Test
  void an_id_must_be_valid_and_the_job_must_exist() {
    assertThat(server.callAsAdmin("POST", JOBS + "/task-9/retry", null).code())
        .isEqualTo("NOT_FOUND");
    assertThat(server.callAsAdmin("POST", JOBS + "/ai-9/cancel", null).code())
        .isEqualTo("NOT_FOUND");
    for (String id : List.of("note-1", "ai-", "ai--1", "task-0", "9223372036854775808", "1.0")) {
      assertThat(server.callAsAdmin("POST", JOBS + "/" + id + "/cancel", null).wrongFields())
          .isEqualTo("path.job_id value_error");
    }
  }

  @Test
  void only_an_operator_may_list_and_change_jobs() {
    String ann = server.logIn("ann");

    assertThat(server.callAs(ann, "GET", JOBS, null).status()).isEqualTo(403);
    assertThat(server.callAs(ann, "POST", JOBS + "/1/retry", null).status()).isEqualTo(403);
    assertThat(server.call("POST", JOBS + "/1/cancel", null).status()).isEqualTo(401);
  }

  private List<String> ids(String query) {
    List<String> ids = new ArrayList<>();
    server
        .callAsAdmin("GET", JOBS + query, null)
        .json()
        .get("jobs")
        .forEach(job -> ids.add(job.get("id").textValue()));
    return ids;
  }

  /** Claims the task that fetches the transcript and lets it fail. */
  private void fail(String fields) {
    long id =
        server
            .callAsAdmin("GET", "/v2/internal/tasks?type=transcript", null)
            .json()
            .get("task_id")
            .longValue();
    assertThat(report(id, "\"success\": false, " + fields).status()).isEqualTo(200);
  }

  private Answer report(long id, String fields) {
    return server.callAsAdmin(
        "POST",
        "/v2/internal/tasks/" + id + "/result",
        "{\"video_id\": \"" + TestServer.VIDEO + "\", " + fields + "}");
  }
}

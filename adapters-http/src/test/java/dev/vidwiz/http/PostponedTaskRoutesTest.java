package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What workers may say of tasks that are tried again later, and are told of them. */
class PostponedTaskRoutesTest extends TaskReports {

  @Test
  void a_worker_may_call_the_offset_start() {
    server.createVideo(server.logIn("ann"));

    report(
        claim("transcript"),
        "\"success\": true, \"transcript\": [{\"text\": \"a\", \"start\": 2}]");

    assertThat(server.storage().transcripts().find(new VideoId(TestServer.VIDEO)))
        .hasValue(new JsonText("[{\"text\":\"a\",\"start\":2,\"offset\":2}]"));
  }

  @Test
  void a_postponed_task_shows_its_reason_and_its_postponements() {
    String user = server.logIn("ann");
    server.createVideo(user);
    report(
        claim("transcript"),
        "\"success\": false, \"retry_after\": 60, \"error_message\": \"429\","
            + " \"user_message\": \"YouTube is withholding it; next try at 14:05 UTC.\"");

    assertThat(transcriptError()).isEqualTo("YouTube is withholding it; next try at 14:05 UTC.");
    server.clock().advance(Duration.ofSeconds(60));
    Answer again = claim("transcript");
    assertThat(again.json().get("postponements").intValue()).isEqualTo(1);
    assertThat(again.json().get("operator_retry").booleanValue()).isFalse();
    report(again, "\"success\": false, \"retry_after\": 60");
    server.callAsAdmin("POST", "/v2/internal/jobs/task-" + idOf(again) + "/retry", null);
    assertThat(transcriptError()).isEqualTo("null");
    assertThat(claim("transcript").json().get("operator_retry").booleanValue()).isTrue();
  }

  @Test
  void parked_tasks_wait_until_they_are_resumed() {
    server.createVideo(server.logIn("ann"));
    report(claim("transcript"), "\"success\": false, \"retry_after\": 3600, \"parked\": true");
    report(claim("metadata"), "\"success\": false, \"retry_after\": 3600");

    assertThat(server.call("POST", TASKS + "/resume", null).status()).isEqualTo(401);
    Answer resumed = server.callAsAdmin("POST", TASKS + "/resume", null);

    assertThat(resumed.body()).isEqualTo("{\"resumed\":1}");
    assertThat(claim("transcript").json().get("postponements").intValue()).isZero();
    assertThat(claim("metadata&timeout=1").status()).isEqualTo(204);
  }

  @Test
  void the_legacy_api_has_none_of_the_new_fields() {
    server.createVideo(server.logIn("ann"));
    Answer task = server.callAsAdmin("GET", "/api/tasks/transcript", null);

    assertThat(task.json().has("postponements")).isFalse();
    Answer result =
        server.callAsAdmin(
            "POST",
            "/api/tasks/transcript",
            """
            {"task_id": %d, "video_id": "dQw4w9WgXcQ", "success": false, "retry_after": 60,
             "user_message": 5, "parked": "no"}
            """
                .formatted(idOf(task)));
    assertThat(result.status()).isEqualTo(200);
    assertThat(transcriptError()).startsWith("The transcript could not be fetched yet; next try");
  }
}

package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Operators list, cancel and retry jobs. */
class JobsTest extends OnSharedServer {

  private static final String JOBS = "/v2/internal/jobs";

  private final Api admin = server.admin();
  private final String video = newVideoId();

  @Test
  void a_task_is_cancelled_and_retried() {
    Api user = server.api().newUser();
    user.note(video, "makes two tasks").expect(201);
    JsonNode task = claim();
    String job = JOBS + "/task-" + task.get("task_id");

    assertThat(listed("in_progress").get("attempts").intValue()).isEqualTo(1);
    assertThat(admin.get(JOBS + "?video_id=" + video).expect(200).get("jobs"))
        .hasSize(2)
        .allSatisfy(each -> assertThat(each.get("video_id").textValue()).isEqualTo(video));
    assertThat(admin.post(job + "/retry", "").status()).isEqualTo(409);
    assertThat(admin.post(job + "/cancel", "").expect(200).get("state").textValue())
        .isEqualTo("cancelled");
    assertThat(admin.succeed(task).status()).isEqualTo(400);
    assertThat(admin.post(job + "/cancel", "").status()).isEqualTo(409);

    assertThat(admin.post(job + "/retry", "").expect(200).get("state").textValue())
        .isEqualTo("pending");
    JsonNode again = claim();
    assertThat(again.get("task_id")).isEqualTo(task.get("task_id"));
    failPermanently(again);
    JsonNode failed = listed("failed");
    assertThat(failed.at("/errors/0/error").textValue()).isEqualTo("no captions");
    assertThat(transcriptError(user)).isEqualTo("no captions");

    admin.post(JOBS + "/" + task.get("task_id") + "/retry", "").expect(200);
    assertThat(transcriptError(user)).isNull();
    admin.succeed(claim()).expect(200);
    assertThat(listed("completed").get("video_id").textValue()).isEqualTo(video);
  }

  @Test
  void only_operators_have_access_and_invalid_input_is_reported() {
    assertThat(server.api().get(JOBS).status()).isEqualTo(401);
    assertThat(server.api().newUser().get(JOBS).status()).isEqualTo(403);
    assertThat(admin.get(JOBS + "?state=lost").refusal(400)).contains("state", "cancelled");
    assertThat(admin.get(JOBS + "?video_id=short").refusedFields())
        .containsExactly("query.video_id value_error");
    assertThat(admin.post(JOBS + "/task-999999999/retry", "").status()).isEqualTo(404);
    assertThat(admin.post(JOBS + "/task-x/cancel", "").refusedFields()).hasSize(1);
  }

  private JsonNode claim() {
    JsonNode task;
    do {
      task = admin.poll("transcript", 30).expect(200);
    } while (!task.at("/task_details/video_id").textValue().equals(video));
    return task;
  }

  /** Returns the transcript task as listed. */
  private JsonNode listed(String state) {
    return admin
        .get(JOBS + "?type=transcript&per_page=50&state=" + state)
        .expect(200)
        .get("jobs")
        .valueStream()
        .filter(job -> job.get("video_id").textValue().equals(video))
        .findFirst()
        .orElseThrow();
  }

  private void failPermanently(JsonNode task) {
    admin
        .post(
            "/v2/internal/tasks/" + task.get("task_id") + "/result",
            """
            {"video_id": "%s", "success": false, "permanent": true, "error_message": "no captions"}\
            """
                .formatted(video))
        .expect(200);
  }

  private String transcriptError(Api user) {
    return user.get("/v2/videos/" + video).expect(200).get("transcript_error").textValue();
  }
}

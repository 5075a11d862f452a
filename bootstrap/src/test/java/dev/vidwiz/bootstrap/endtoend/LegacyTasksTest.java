package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** Workers in the legacy API, with {@code USER_WORKERS=all}, so that users can be workers. */
class LegacyTasksTest extends OnBothDatabases {

  private static final String TRANSCRIPT = "/api/tasks/transcript";
  private static final String METADATA = "/api/tasks/metadata";

  private static Api user;
  private static Api other;

  private final String video = newVideoId();
  private final Api admin = server.admin();

  @BeforeParameterizedClassInvocation
  static void start(ServerDatabase.Kind kind, @TempDir Path folder) {
    database = kind.create(folder);
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.put("USER_WORKERS", "all");
    server = Server.start(folder, settings);
    user = server.api().newUser();
    other = server.api().newUser();
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    server.close();
    database.close();
  }

  @BeforeEach
  void makeTasks() {
    user.note(video, "makes the tasks").expect(201);
  }

  @Test
  void users_and_workers_with_the_admin_token_complete_tasks() {
    JsonNode transcript = claim(user, TRANSCRIPT);
    assertThat(transcript.get("task_type").textValue()).isEqualTo("fetch_transcript");
    assertThat(transcript.at("/task_details/video_id").textValue()).isEqualTo(video);
    JsonNode metadata = claim(admin, METADATA);
    assertThat(metadata.get("task_type").textValue()).isEqualTo("fetch_metadata");

    JsonNode done =
        report(
                user,
                TRANSCRIPT,
                transcript,
                "\"success\": true, \"transcript\": [{\"text\": \"a\"}]")
            .expect(200);
    assertThat(done.get("status").textValue()).isEqualTo("completed");
    report(admin, METADATA, metadata, "\"success\": true, \"metadata\": {}, \"worker\": \"old\"")
        .expect(200);

    JsonNode ready = user.get("/v2/videos/" + video).expect(200);
    assertThat(ready.get("transcript_available").booleanValue()).isTrue();
    assertThat(ready.get("metadata").isObject()).isTrue();
  }

  @Test
  void users_get_tasks_of_other_users() {
    assertThat(claim(other, TRANSCRIPT).at("/task_details/video_id").textValue()).isEqualTo(video);
  }

  @Test
  void a_task_belongs_to_the_worker_that_claimed_it() {
    JsonNode ofUser = claim(user, TRANSCRIPT);
    JsonNode ofAdmin = claim(admin, METADATA);

    for (Api stranger : new Api[] {other, admin}) {
      assertThat(report(stranger, TRANSCRIPT, ofUser, "\"success\": true").refusal(403))
          .isEqualTo("Task belongs to a different worker");
    }
    assertThat(report(user, METADATA, ofAdmin, "\"success\": true").status()).isEqualTo(403);
    assertThat(
            admin
                .post(
                    "/v2/internal/tasks/" + ofUser.get("task_id") + "/result",
                    "{\"video_id\": \"%s\", \"success\": true}".formatted(video))
                .status())
        .isEqualTo(403);
    report(user, TRANSCRIPT, ofUser, "\"success\": true").expect(200);
    report(admin, METADATA, ofAdmin, "\"success\": true").expect(200);
  }

  @Test
  void failures_are_accepted_and_invalid_results_refused() {
    JsonNode task = claim(user, TRANSCRIPT);

    assertThat(report(user, TRANSCRIPT, task, "\"success\": true, \"metadata\": {}").status())
        .isEqualTo(400);
    assertThat(
            report(user, TRANSCRIPT, task, "\"success\": false, \"error_message\": \"no network\"")
                .expect(200)
                .get("status")
                .textValue())
        .isEqualTo("pending");
    assertThat(report(user, TRANSCRIPT, task, "\"success\": true").status()).isEqualTo(400);
    assertThat(
            user.post(
                    TRANSCRIPT,
                    "{\"task_id\": 999999999, \"video_id\": \"%s\", \"success\": true}"
                        .formatted(video))
                .status())
        .isEqualTo(404);
    assertThat(user.post(METADATA, "{\"task_id\": \"1\", \"transcript\": [{}]}").refusedFields())
        .containsExactlyInAnyOrder(
            "body.task_id int_parsing",
            "body.video_id missing",
            "body.success missing",
            "body.transcript.0.text missing");
  }

  @Test
  void other_callers_get_no_tasks() {
    String token = user.post("/api/user/token", "").expect(200).get("token").textValue();
    Api automation = new Api(server.port(), token);

    for (Api caller : new Api[] {server.api(), automation, new Api(server.port(), "nonsense")}) {
      assertThat(caller.get(TRANSCRIPT).status()).isEqualTo(401);
      assertThat(caller.post(METADATA, "{}").status()).isEqualTo(401);
    }
    claim(user, METADATA);
    assertThat(user.get(METADATA + "?timeout=1").status()).isEqualTo(204);
    assertThat(user.get(TRANSCRIPT + "?timeout=0").refusedFields())
        .containsExactly("query.timeout greater_than_equal");
    assertThat(user.get("/api/tasks/summary").status()).isEqualTo(404);
  }

  /** Claims tasks until it gets that of this test; earlier tests may have left some. */
  private JsonNode claim(Api worker, String path) {
    JsonNode task;
    do {
      task = worker.get(path).expect(200);
    } while (!task.at("/task_details/video_id").textValue().equals(video));
    return task;
  }

  private static Api.Answer report(Api worker, String path, JsonNode task, String outcome) {
    return worker.post(
        path,
        """
        {"task_id": %s, "video_id": %s, %s}\
        """
            .formatted(task.get("task_id"), task.at("/task_details/video_id"), outcome));
  }
}

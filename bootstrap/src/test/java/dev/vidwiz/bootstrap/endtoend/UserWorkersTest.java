package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** Workers with the login of a user, on a server with the default {@code USER_WORKERS}. */
class UserWorkersTest extends OnSharedServer {

  private static final String METADATA = "/api/tasks/metadata";

  @Test
  void a_user_gets_and_completes_only_tasks_of_videos_that_nobody_else_requested() {
    Api user = server.api().newUser();
    String shared = newVideoId();
    String own = newVideoId();
    user.note(shared, "requested by two").expect(201);
    server.api().newUser().note(shared, "requested by two").expect(201);
    user.note(own, "requested by one").expect(201);

    JsonNode task = user.get(METADATA).expect(200);

    assertThat(task.at("/task_details/video_id").textValue()).isEqualTo(own);
    assertThat(user.get(METADATA + "?timeout=1").status()).isEqualTo(204);
    String result = "{\"task_id\": %s, \"video_id\": \"%s\", \"claim_id\": %s, \"success\": true}";
    user.post(METADATA, result.formatted(task.get("task_id"), own, "\"another\"")).refusal(400);
    user.post(METADATA, result.formatted(task.get("task_id"), own, task.get("claim_id")))
        .expect(200);
  }
}

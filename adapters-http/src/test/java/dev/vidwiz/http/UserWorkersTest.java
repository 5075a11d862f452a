package dev.vidwiz.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.worker.UserWorkers;
import org.junit.jupiter.api.Test;

/** The values of USER_WORKERS that are not the default. */
class UserWorkersTest {

  private static final String TRANSCRIPTS = "/api/tasks/transcript";
  private static final String VIDEO = "{\"video_id\": \"share000001\"}";

  @Test
  void all_permits_every_task() {
    try (TestServer server = TestServer.start(UserWorkers.ALL)) {
      String ann = server.logIn("ann");
      server.callAs(server.logIn("bob"), "POST", "/api/wiz/init", VIDEO);
      server.call("POST", "/api/wiz/init", VIDEO);

      Answer task = server.callAs(ann, "GET", TRANSCRIPTS, null);

      assertThat(task.json().at("/task_details/video_id").textValue()).isEqualTo("share000001");
      assertThat(report(server, ann, task).status()).isEqualTo(200);
    }
  }

  @Test
  void off_permits_the_admin_token_only() {
    try (TestServer server = TestServer.start(UserWorkers.OFF)) {
      String ann = server.logIn("ann");
      server.callAs(ann, "POST", "/api/wiz/init", VIDEO);

      Answer refused = server.callAs(ann, "GET", TRANSCRIPTS, null);

      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.body()).contains("Workers need the admin token");
      Answer task = server.callAsAdmin("GET", TRANSCRIPTS, null);
      assertThat(report(server, ann, task).status()).isEqualTo(403);
      assertThat(report(server, TestServer.ADMIN_TOKEN, task).status()).isEqualTo(200);
    }
  }

  private static Answer report(TestServer server, String token, Answer task) {
    return server.callAs(
        token,
        "POST",
        TRANSCRIPTS,
        "{\"task_id\": %d, \"video_id\": \"share000001\", \"success\": true, \"transcript\": []}"
            .formatted(task.json().get("task_id").longValue()));
  }
}

package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one PostgreSQL database, started at once. */
class TwoServersTest {

  private static ServerDatabase database;
  private static Server first;
  private static Server second;

  @BeforeAll
  static void start(@TempDir Path folder) {
    database = ServerDatabase.Kind.POSTGRESQL.create(folder);
    var servers = Crowd.of(2, number -> Server.start(folder, database.settings()));
    first = servers.get(0);
    second = servers.get(1);
  }

  @AfterAll
  static void stop() {
    first.close();
    second.close();
    database.close();
  }

  @Test
  void a_worker_at_one_gets_the_task_that_came_through_the_other() throws Exception {
    Api user = first.api().newUser();
    String video = OnBothDatabases.newVideoId();
    try (HeldRequest worker = second.admin().hold("/v2/internal/tasks?type=transcript")) {
      user.note(video, "note").expect(201);
      assertThat(worker.status().get(Program.PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(200);
      assertThat(worker.next()).contains(video);
    }
  }

  @Test
  void a_watcher_at_one_hears_of_a_change_at_the_other() {
    Api user = first.api().newUser();
    String video = OnBothDatabases.newVideoId();
    user.note(video, "note").expect(201);
    try (HeldRequest stream = user.at(second).hold("/v2/videos/" + video + "/stream")) {
      assertThat(stream.next()).contains("\"snapshot\"");
      first
          .admin()
          .post("/v2/internal/videos/" + video + "/summary", "{\"summary\": \"In short.\"}")
          .expect(200);
      assertThat(stream.next()).contains("\"update\"", "In short.");
    }
  }

  @Test
  void a_user_of_one_is_known_to_the_other() {
    Api user = first.api().newUser();
    user.at(second).get("/v2/users/me").expect(200);
  }
}

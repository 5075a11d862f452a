package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vidwiz.llm.FakeLlmServer;
import dev.vidwiz.llm.FakeReply;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three servers that start at the same time on one empty PostgreSQL database. */
class SeveralServersTest {

  private static final int QUOTA = 5;

  private static FakeLlmServer llm;
  private static ServerDatabase database;
  private static List<Server> servers;
  private static Server first;
  private static Server second;

  @BeforeAll
  static void start(@TempDir Path folder) {
    database = ServerDatabase.Kind.POSTGRESQL.create(folder);
    llm = FakeLlmServer.start(FakeReply.saying("Yes."));
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.put("OPENROUTER_BASE_URL", llm.baseUrl().toString());
    settings.put("WIZ_GUEST_DAILY_QUOTA", String.valueOf(QUOTA));
    servers = Crowd.of(3, number -> Server.start(folder, settings));
    first = servers.get(0);
    second = servers.get(1);
  }

  @AfterAll
  static void stop() {
    servers.forEach(Server::close);
    database.close();
    llm.close();
  }

  @Test
  void all_are_ready_and_each_migration_ran_once() {
    for (Server server : servers) {
      JsonNode ready = server.api().get("/ready").expect(200);
      assertThat(ready.at("/checks/database/status").textValue()).isEqualTo("up");
      assertThat(ready.at("/checks/migrations/status").textValue()).isEqualTo("up");
    }
    assertThat(
            database.query(
                """
                SELECT version FROM vidwiz_schema_history
                WHERE NOT success OR version IN (SELECT version FROM vidwiz_schema_history
                                                 GROUP BY version HAVING count(*) > 1)\
                """))
        .isEmpty();
  }

  @Test
  void servers_share_a_quota() {
    String video = OnBothDatabases.newVideoId();
    first.admin().transcript(video, "hello").expect(200);
    Api guest = Api.guest(first.port(), "guest", "10.0.0.1");
    long chat = guest.chat(video).id();

    List<Integer> statuses =
        Crowd.of(
            30,
            number ->
                new Chat(guest.at(servers.get(number % servers.size())), chat)
                    .ask("Why?")
                    .status());

    assertThat(statuses).containsOnly(200, 429);
    assertThat(statuses).filteredOn(status -> status == 200).hasSize(QUOTA);
    assertThat(database.query("SELECT used FROM quotas WHERE subject LIKE '%guest%'"))
        .containsExactly(String.valueOf(QUOTA));
  }

  @Test
  void a_worker_at_one_server_gets_a_task_created_at_another() throws Exception {
    Api user = first.api().newUser();
    String video = OnBothDatabases.newVideoId();
    try (HeldRequest worker = second.admin().hold("/v2/internal/tasks?type=transcript")) {
      user.note(video, "note").expect(201);
      assertThat(worker.status().get(Program.TIMEOUT_SECONDS, TimeUnit.SECONDS)).isEqualTo(200);
      assertThat(worker.next()).contains(video);
    }
  }

  @Test
  void a_stream_at_one_server_shows_a_change_at_another() {
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
  void a_token_of_one_server_is_valid_at_another() {
    Api user = first.api().newUser();
    user.at(second).get("/v2/users/me").expect(200);
  }
}

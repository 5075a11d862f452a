package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The number of platform threads that run the virtual threads of a server. */
final class VirtualThreadTuningTest {

  private static final Duration TIMEOUT = Duration.ofSeconds(Program.TIMEOUT_SECONDS);

  private static final String WRITING =
      "vidwiz_database_connections{pool=\"sqlite-writer\",state=\"active\"} 1.0";

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "SQLITE, -XX:ActiveProcessorCount=1, 2",
    "SQLITE, -XX:ActiveProcessorCount=6, 6",
    "SQLITE, -Djdk.virtualThreadScheduler.parallelism=3, 3",
    "POSTGRESQL, -XX:ActiveProcessorCount=2, 2"
  })
  void the_parallelism_depends_on_the_database(
      ServerDatabase.Kind kind, String option, int carriers) throws IOException {
    try (ServerDatabase database = kind.create(folder);
        Server server = start(database, option)) {
      assertThat(scheduler(server)).contains("parallelism = " + carriers + ",");
    }
  }

  @Test
  void a_write_that_waits_for_another_program_does_not_block_reads() throws SQLException {
    try (ServerDatabase database = ServerDatabase.Kind.SQLITE.create(folder);
        Server server = start(database, "-XX:ActiveProcessorCount=1")) {
      Api user = server.api().newUser();
      try (Connection other = database.connect();
          Statement statement = other.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        try (HeldRequest note =
            user.holdPost(
                "/v2/videos/" + OnBothDatabases.newVideoId() + "/notes",
                "{\"timestamp\": \"0:42\"}")) {
          awaitWriter(server);
          user.get("/v2/users/me").expect(200);
          assertThat(note.status()).isNotDone();
          statement.execute("ROLLBACK");
          assertThat(note.status()).succeedsWithin(TIMEOUT).isEqualTo(201);
        }
      }
    }
  }

  private Server start(ServerDatabase database, String option) {
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.put("JAVA_TOOL_OPTIONS", option);
    return Server.start(folder, settings);
  }

  /** Waits until the writer connection is in use. */
  private static void awaitWriter(Server server) {
    long end = System.nanoTime() + TIMEOUT.toNanos();
    while (!server.admin().get("/v2/internal/metrics").text().contains(WRITING)) {
      assertThat(System.nanoTime()).isLessThan(end);
    }
  }

  private static String scheduler(Server server) throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    String pid = Long.toString(server.program().pid());
    Process process = new ProcessBuilder(jcmd.toString(), pid, "Thread.vthread_scheduler").start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}

package dev.vidwiz.bootstrap.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start of a server without settings, and its stop. */
class ServeTest {

  private static final Map<String, String> NO_SECRETS = Map.of("SECRET_KEY", "", "ADMIN_TOKEN", "");

  private static final String ONE_WAITS = "vidwiz_task_waiting_workers{type=\"metadata\"} 1";

  @TempDir Path folder;

  @Test
  void generates_its_secrets_once_and_does_not_print_them() throws IOException {
    Path secrets = folder.resolve("data/secrets.env");
    Api user;
    String made;
    try (Server server = Server.start(folder, NO_SECRETS)) {
      made = Files.readString(secrets);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
          .isEqualTo("rw-------");
      user = server.api().newUser();
      new Api(server.port(), adminToken(made)).poll("transcript", 1).expect(204);
      server.program().terminate();
      assertThat(server.program().output().whole())
          .contains("data/secrets.env")
          .doesNotContain(adminToken(made));
    }
    try (Server server = Server.start(folder, NO_SECRETS)) {
      assertThat(secrets).hasContent(made);
      user.at(server).get("/v2/users/me").expect(200);
    }
  }

  @Test
  void shares_its_secrets_with_a_server_that_starts_at_the_same_time() {
    List<Server> servers = Crowd.of(2, number -> Server.start(folder, NO_SECRETS));
    try (Server first = servers.get(0);
        Server second = servers.get(1)) {
      Api user = first.api().newUser();
      user.at(second).get("/v2/users/me").expect(200);
    }
    assertThat(folder.resolve("data").toFile().list((dir, name) -> name.startsWith("secrets")))
        .containsExactly("secrets.env");
  }

  @Test
  void prints_commands_that_work() throws Exception {
    try (Server server = Server.start(folder, NO_SECRETS)) {
      String commands =
          server.program().output().find(Pattern.compile("(?m)^curl (?s:.*)first note.*$")).group();
      Process shell = new ProcessBuilder("sh", "-ec", commands).redirectErrorStream(true).start();
      String output = new String(shell.getInputStream().readAllBytes(), UTF_8);
      assertThat(output).contains("User created successfully", "My first note");
      assertThat(shell.waitFor()).as(output).isZero();
    }
  }

  @Test
  void stops_gracefully_and_ends_waiting_requests() throws Exception {
    try (Server server = Server.start(folder, Map.of())) {
      Api user = server.api().newUser();
      user.note("dQw4w9WgXcQ", "note").expect(201);
      server.admin().poll("metadata", 1).expect(200);
      try (HeldRequest stream = user.hold("/v2/videos/dQw4w9WgXcQ/stream");
          HeldRequest worker = server.admin().hold("/v2/internal/tasks?type=metadata&timeout=60")) {
        assertThat(stream.next()).contains("\"snapshot\"");
        server.program().terminate();
        assertThat(stream.hasEnded()).isTrue();
        assertThat(worker.status().get(Program.TIMEOUT_SECONDS, TimeUnit.SECONDS)).isEqualTo(204);
      }
      assertThat(server.program().exitStatus()).isZero();
      assertThat(server.program().errors().whole()).doesNotContain("WARN", "ERROR", "Exception");
    }
    assertThat(folder.resolve("data/vidwiz.db-wal")).doesNotExist();
  }

  @Test
  void closes_the_connections_of_waiting_workers_when_it_stops() {
    try (Server server = Server.start(folder, Map.of())) {
      Api admin = server.admin();
      var poll = CompletableFuture.supplyAsync(() -> admin.poll("metadata", 60));
      while (!admin.get("/v2/internal/metrics").text().contains(ONE_WAITS)) {
        assertThat(poll).isNotDone();
      }
      server.program().terminate();
      assertThat(poll.join().status()).isEqualTo(204);
      assertThat(poll.join().headers().firstValue("Connection")).contains("close");
    }
  }

  @Test
  void prints_only_json_with_a_json_log() {
    Map<String, String> settings = Map.of("LOG_FORMAT", "json", "SECRET_KEY", "short");
    try (Server server = Server.start(folder, settings)) {
      server.program().terminate();
      assertThat(server.program().output().whole()).isEmpty();
      assertThat(server.program().errors().whole().lines().toList())
          .hasSize(5)
          .allMatch(line -> line.startsWith("{\"") && line.endsWith("}"))
          .anyMatch(line -> line.matches(".*\"VidWiz \\S+ on Java .*, local\".*"))
          .anyMatch(line -> line.matches(".*database: SQLite 3\\..*: 001 in \\d+ ms, 002 in .*"))
          .anyMatch(line -> line.matches(".*\"on: /docs; off: built-in workers, Wiz, .*"));
    }
  }

  private static String adminToken(String secrets) {
    return secrets
        .lines()
        .filter(line -> line.startsWith("ADMIN_TOKEN="))
        .findFirst()
        .orElseThrow()
        .substring("ADMIN_TOKEN=".length());
  }
}

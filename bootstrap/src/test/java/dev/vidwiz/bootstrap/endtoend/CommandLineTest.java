package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CommandLineTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"help", "--help", "-h"})
  void help_lists_the_commands(String argument) {
    try (Program program = Program.start(folder, Map.of(), argument)) {
      assertThat(program.output().whole())
          .contains("serve ", "config ", "version ", "help ")
          .doesNotContain("train");
      assertThat(program.exitStatus()).isZero();
    }
  }

  @Test
  void version_is_one_line() {
    try (Program program = Program.start(folder, Map.of(), "version")) {
      assertThat(program.output().whole()).startsWith("vidwiz ").hasLineCount(1);
      assertThat(program.exitStatus()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"'', usage: vidwiz", "swerve, there is no command \"swerve\""})
  void a_missing_or_unknown_command_lists_all_commands(String argument, String says) {
    String[] arguments = argument.isEmpty() ? new String[0] : new String[] {argument};
    try (Program program = Program.start(folder, Map.of(), arguments)) {
      assertThat(program.errors().whole()).contains(says, "serve ", "config ");
      assertThat(program.exitStatus()).isEqualTo(64);
    }
  }

  @Test
  void an_unexpected_argument_is_refused() {
    assertFails(Program.start(folder, Map.of(), "serve", "now"), 64, "\"now\"");
  }

  @Test
  void benchmarks_require_a_clone() {
    assertFails(Program.start(folder, Map.of(), "bench", "micro"), 69, "./vidwiz bench");
  }

  @Test
  void config_prints_the_current_settings_without_secrets() throws IOException {
    Files.writeString(folder.resolve(".env"), "PORT=7000\nSECRET_KEY='hush hush'\n");
    Map<String, String> environment =
        Map.of("HOST", "::1", "DB_URL", "postgres://ann:hush@db/wiz", "ADMIN_TOKEN", "hush");
    try (Program program = Program.start(folder, environment, "config")) {
      assertThat(program.output().whole().lines().map(line -> line.replaceAll(" +", " ")))
          .contains(
              "HOST ::1 (environment)",
              "PORT 7000 (.env)",
              "LOG_LEVEL INFO (default)",
              "SECRET_KEY ******** (.env)",
              "DB_URL postgresql://ann:********@db/wiz (environment)",
              "GOOGLE_CLIENT_ID (not set)");
      assertThat(program.output().whole() + program.errors().whole()).doesNotContain("hush");
      assertThat(program.exitStatus()).isZero();
    }
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"serve", "config"})
  void all_invalid_settings_are_listed(String command) throws IOException {
    Files.writeString(folder.resolve(".env"), "DB_URL=mysql://ann:hush@db/wiz\nnonsense\n");
    Map<String, String> environment = Map.of("ENVIRONMENT", "production", "PORT", "http");
    Program program = Program.start(folder, environment, command);
    String errors =
        assertFails(program, 78, "PORT", "DB_URL", "SECRET_KEY", "ADMIN_TOKEN", "line 2");
    assertThat(errors).doesNotContain("hush");
    assertThat(errors.lines().filter(line -> line.contains("Example: "))).hasSize(5);
  }

  @Test
  void a_port_in_use_is_reported() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      assertFails(serve(Map.of("PORT", port)), 69, "127.0.0.1:" + port, "in use", "PORT");
    }
  }

  @Test
  void a_read_only_data_folder_is_reported() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertFails(serve(Map.of("DATA_DIR", file.resolve("data").toString())), 78, "DATA_DIR must");
    assertFails(serve(Map.of("DATA_DIR", file.toString())), 78, "DATA_DIR must");
  }

  @Test
  void a_check_of_the_settings_finds_hosts_and_folders_that_cannot_be_used() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Map<String, String> noFolder = Map.of("DATA_DIR", file.toString());
    assertFails(Program.start(folder, noFolder, "config", "--check"), 78, "DATA_DIR must");
    Map<String, String> noHost = Map.of("DB_URL", "postgresql://ann:hush@db.invalid/wiz");
    assertFails(Program.start(folder, noHost, "config", "--check"), 78, "DB_URL", "db.invalid");
    for (String[] command : new String[][] {{"config", "--check"}, {"config"}}) {
      Map<String, String> right = command.length == 2 ? Map.of() : noHost;
      try (Program program = Program.start(folder, right, command)) {
        assertThat(program.errors().whole()).isEmpty();
        assertThat(program.exitStatus()).isZero();
      }
    }
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void a_server_starts_while_a_host_does_not_resolve_and_warns() throws InterruptedException {
    Map<String, String> settings =
        Map.of("OPENROUTER_BASE_URL", "http://llm.invalid/v1", "DB_POOLSIZE", "5");
    try (Server server = Server.start(folder, settings)) {
      server.program().errors().find(Pattern.compile("WARN.*OPENROUTER_BASE_URL.*llm.invalid"));
      server.program().errors().find(Pattern.compile("WARN.*DB_POOLSIZE.*DB_POOL_SIZE"));
      server.api().newUser();
    }
  }

  @Test
  void a_secret_missing_from_the_file_is_reported() throws IOException {
    Files.createDirectory(folder.resolve("data"));
    Files.writeString(folder.resolve("data/secrets.env"), "SECRET_KEY=hush\n");
    String errors = assertFails(serve(Map.of()), 78, "data/secrets.env", "ADMIN_TOKEN");
    assertThat(errors).doesNotContain("hush");
  }

  @Test
  void an_unreachable_database_is_reported() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    String url = "postgresql://ann:hush@127.0.0.1:" + closed + "/wiz";
    String errors = assertFails(serve(Map.of("DB_URL", url)), 69, "127.0.0.1:" + closed, "DB_URL");
    assertThat(errors).doesNotContain("hush");
  }

  @Test
  void a_file_that_is_not_a_database_is_reported() throws IOException {
    Files.createDirectory(folder.resolve("data"));
    Files.writeString(folder.resolve("data/vidwiz.db"), "no database ".repeat(1_000));
    assertFails(serve(Map.of()), 69, "vidwiz.db", "DB_URL");
  }

  @ParameterizedTest
  @EnumSource
  void a_database_of_the_python_server_is_reported(ServerDatabase.Kind kind) throws IOException {
    Files.createDirectory(folder.resolve("data"));
    try (ServerDatabase database = kind.create(folder)) {
      database.update("CREATE TABLE users (id integer PRIMARY KEY, email varchar NOT NULL)");
      database.update("CREATE TABLE tasks (id integer PRIMARY KEY, task_details text)");
      assertFails(serve(database.settings()), 78, "DB_URL", "vidwiz import");
    }
  }

  @Test
  void a_postgresql_database_with_another_encoding_is_reported() throws IOException {
    try (ServerDatabase database = ServerDatabase.Kind.POSTGRESQL.create(folder)) {
      String url = database.settings().get("DB_URL");
      String name = database.query("SELECT current_database()").getFirst();
      String latin1 = name + "_latin1";
      database.update(
          "CREATE DATABASE %s ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"
              .formatted(latin1));
      try {
        Map<String, String> settings = Map.of("DB_URL", url.replace("/" + name, "/" + latin1));
        assertFails(serve(settings), 78, "DB_URL", latin1, "LATIN1", "ENCODING 'UTF8'");
      } finally {
        database.update("DROP DATABASE " + latin1 + " WITH (FORCE)");
      }
    }
  }

  @Test
  void training_prints_nothing_and_leaves_no_files() throws IOException {
    try (Program program = Program.start(folder, Map.of(), "train", "brief")) {
      assertThat(program.output().whole() + program.errors().whole()).isEmpty();
      assertThat(program.exitStatus()).isZero();
    }
    try (var files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  private Program serve(Map<String, String> environment) {
    return Program.start(folder, environment, "serve");
  }

  /** Expects a clear message and no stack trace. */
  private static String assertFails(Program program, int status, String... mentioned) {
    try (program) {
      String errors = program.errors().whole();
      assertThat(errors)
          .startsWith("vidwiz: ")
          .contains(List.of(mentioned))
          .doesNotContain("\tat ");
      assertThat(program.exitStatus()).isEqualTo(status);
      return errors;
    }
  }
}

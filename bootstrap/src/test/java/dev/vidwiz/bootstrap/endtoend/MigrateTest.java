package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code vidwiz migrate}, before a server starts. */
class MigrateTest {

  private static final String NOTHING = "Nothing is to be done\n";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void a_rollout_checks_plans_and_migrates_before_servers_start(ServerDatabase.Kind kind) {
    try (ServerDatabase database = kind.create(folder)) {
      Map<String, String> server = new HashMap<>(database.settings());
      server.put("DB_MIGRATE", "false");
      assertThat(run(server, 69, "serve")).contains("vidwiz migrate");

      assertThat(run(database.settings(), 1, "migrate", "--check"))
          .startsWith("V001 users videos notes tasks\n");
      assertThat(run(database.settings(), 0, "migrate", "--plan"))
          .startsWith("-- V001 users videos notes tasks\n")
          .contains("CREATE TABLE users");
      assertThat(run(database.settings(), 1, "migrate", "--check")).isNotEmpty();

      assertThat(run(database.settings(), 0, "migrate"))
          .startsWith("V001 users videos notes tasks: done in ");

      for (String option : List.of("--check", "--plan")) {
        assertThat(run(database.settings(), 0, "migrate", option)).isEqualTo(NOTHING);
      }
      assertThat(run(database.settings(), 0, "migrate")).isEqualTo(NOTHING);
      try (Server started = Server.start(folder, server)) {
        started.api().newUser();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_backup_of_newer_tables_says_what_to_do(ServerDatabase.Kind kind) {
    try (ServerDatabase database = kind.create(folder)) {
      run(database.settings(), 0, "migrate");
      database.update(
          "INSERT INTO vidwiz_schema_history (installed_rank, version, description, type, script,"
              + " installed_by, execution_time, success) VALUES (999, '999', 'later', 'SQL',"
              + " 'V999__later.sql', 'me', 0, true)");
      assertThat(run(database.settings(), 0, "migrate", "--check")).startsWith("Nothing");
      assertThat(run(database.settings(), 69, "backup", "b.gz"))
          .contains("version 999", "Use the newer VidWiz");
      if (kind == ServerDatabase.Kind.SQLITE) {
        run(database.settings(), 0, "backup", "copy.db");
        assertThat(folder.resolve("copy.db")).isNotEmptyFile();
      }
      try (Server started = Server.start(folder, database.settings())) {
        started.api().newUser();
      }
    }
  }

  private String run(Map<String, String> settings, int status, String... command) {
    try (Program program = Program.start(folder, settings, command)) {
      String output = program.output().whole() + program.errors().whole();
      assertThat(program.exitStatus()).as(output).isEqualTo(status);
      assertThat(output).doesNotContain("\tat ");
      return output;
    }
  }
}

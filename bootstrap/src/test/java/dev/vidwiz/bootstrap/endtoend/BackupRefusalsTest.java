package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What backup and restore refuse with a clear message, without changing anything. */
class BackupRefusalsTest {

  private static final Map<String, String> NONE_YET = Map.of("DB_URL", "sqlite:///other.db");

  @TempDir static Path prepared;
  @TempDir Path folder;

  /** A database with a user, and an archive of it. */
  @BeforeEach
  void prepare() throws IOException {
    if (!Files.exists(prepared.resolve("a.gz"))) {
      try (Server server = Server.start(prepared, Map.of())) {
        server.api().register("ann@example.com").expect(201);
        assertEnds(start(prepared, Map.of(), "backup", "a.gz"), 0);
        assertEnds(start(prepared, Map.of(), "backup", "copy.db"), 0);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"backup, ''", "restore, ''", "backup, --help", "restore, a b"})
  void a_command_without_its_file_prints_its_usage(String command, String arguments) {
    String[] line = (command + " " + arguments).trim().split(" ");

    assertEnds(start(folder, Map.of(), line), 64, "usage: vidwiz " + command + " FILE");

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void an_existing_file_is_not_overwritten() throws IOException {
    byte[] before = Files.readAllBytes(prepared.resolve("a.gz"));

    assertEnds(start(prepared, Map.of(), "backup", "a.gz"), 73, "a.gz", "not overwritten");

    assertThat(Files.readAllBytes(prepared.resolve("a.gz"))).isEqualTo(before);
  }

  @Test
  void a_backup_does_not_create_a_missing_database() {
    assertEnds(start(folder, Map.of(), "backup", "b.gz"), 69, "vidwiz.db");

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_missing_folder_is_reported() {
    assertEnds(start(prepared, Map.of(), "backup", "no/b.gz"), 73, "no/b.gz", "no folder");
  }

  @Test
  void a_sqlite_copy_cannot_be_made_of_postgresql() throws IOException {
    try (ServerDatabase database = ServerDatabase.Kind.POSTGRESQL.create(folder)) {
      assertEnds(start(folder, database.settings(), "backup", "b.db"), 64, "b.db", "PostgreSQL");
    }

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_sqlite_copy_is_used_as_a_database() {
    Path copy = prepared.resolve("copy.db");

    String errors = assertEnds(start(folder, NONE_YET, "restore", copy.toString()), 64);

    assertThat(errors).contains("DB_URL=sqlite:///" + copy);
    assertThat(folder).isEmptyDirectory();
    Map<String, String> copied = Map.of("DB_URL", "sqlite:///" + copy);
    try (Server server = Server.start(folder, copied)) {
      server.api().logIn("ann@example.com");
    }
  }

  @Test
  void a_damaged_archive_is_refused_before_the_database_is_opened() throws IOException {
    byte[] bytes = Files.readAllBytes(prepared.resolve("a.gz"));
    bytes[bytes.length / 2] ^= 1;
    Files.write(folder.resolve("b.gz"), bytes);

    assertEnds(start(folder, NONE_YET, "restore", "b.gz"), 65, "b.gz", "is unchanged");
    assertEnds(start(folder, NONE_YET, "restore", "c.gz"), 66, "c.gz");

    assertThat(folder.resolve("other.db")).doesNotExist();
  }

  @Test
  void a_database_in_use_is_not_restored_into() {
    assertEnds(start(prepared, Map.of(), "restore", "a.gz"), 73, "not empty", "users", "DB_URL");

    assertEnds(start(prepared, NONE_YET, "restore", "a.gz"), 0);
  }

  private static Program start(Path folder, Map<String, String> settings, String... arguments) {
    return Program.start(folder, settings, arguments);
  }

  /** Expects an exit without a stack trace, and returns the messages. */
  private static String assertEnds(Program program, int status, String... mentioned) {
    try (program) {
      String errors = program.errors().whole();
      assertThat(errors).doesNotContain("\tat ");
      assertThat(List.of(mentioned)).allSatisfy(each -> assertThat(errors).contains(each));
      assertThat(program.exitStatus()).as(errors).isEqualTo(status);
      return errors;
    }
  }
}

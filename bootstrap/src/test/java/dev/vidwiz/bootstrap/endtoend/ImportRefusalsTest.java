package dev.vidwiz.bootstrap.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.transfer.importing.OldServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid arguments and databases of {@code vidwiz import}. */
final class ImportRefusalsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--from",
        "--dry-run",
        "--to sqlite:///x.db",
        "--from sqlite:///x.db --from sqlite:///y.db",
        "--from sqlite:///x.db now",
        "--from mysql://ann:hush@db/wiz",
      })
  void invalid_arguments_print_the_usage(String arguments) {
    String[] words = ("import " + arguments).strip().split(" ");
    assertRefused(Map.of(), 64, "usage: vidwiz import --from DB_URL [--dry-run]", words);
  }

  @Test
  void a_missing_source() {
    refuse(69, "there is no file", "sqlite:///missing.db");
    assertThat(folder.resolve("missing.db")).doesNotExist();
  }

  @Test
  void a_source_that_does_not_answer() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    refuse(69, "127.0.0.1:" + closed, "postgresql://ann:hush@127.0.0.1:" + closed + "/wiz");
  }

  @Test
  void a_source_that_is_not_a_database() throws IOException {
    Files.writeString(folder.resolve("old.db"), "no database ".repeat(1_000));
    refuse(69, "not a database", "sqlite:///old.db");
  }

  @Test
  void a_source_with_other_tables() {
    try (OldServer old = OldServer.create(OldServer.Kind.SQLITE, folder)) {
      old.execute("DROP TABLE notes");
      refuse(65, "it has no table notes", old.url());
      old.execute("CREATE TABLE notes (id INTEGER, title TEXT)");
      refuse(65, "its table notes has no column", old.url());
    }
  }

  @Test
  void a_source_of_this_program() {
    Map<String, String> other = Map.of("DB_URL", "sqlite:///other.db");
    try (Server server = Server.start(folder, other)) {
      server.program().kill();
    }
    refuse(65, "a database of this VidWiz", "sqlite:///other.db");
  }

  @Test
  void the_same_database_twice() {
    try (OldServer old = OldServer.create(OldServer.Kind.SQLITE, folder)) {
      Map<String, String> settings = Map.of("DB_URL", "sqlite:///./old.db");
      assertRefused(settings, 78, "the same database", "import", "--from", old.url());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--from", "--dry-run --from"})
  void another_old_database_to_import_into(String arguments) throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    try (OldServer old = OldServer.create(OldServer.Kind.SQLITE, folder);
        OldServer target = OldServer.create(OldServer.Kind.SQLITE, elsewhere)) {
      String[] words = ("import " + arguments + " " + old.url()).split(" ");
      assertRefused(Map.of("DB_URL", target.url()), 78, "vidwiz import --from", words);
    }
  }

  private void refuse(int status, String says, String url) {
    assertRefused(Map.of(), status, says, "import", "--from", url);
    assertThat(folder.resolve("data")).doesNotExist();
  }

  private void assertRefused(
      Map<String, String> environment, int status, String says, String... arguments) {
    try (Program program = Program.start(folder, environment, arguments)) {
      assertThat(program.errors().whole())
          .startsWith("vidwiz: ")
          .contains(says)
          .doesNotContain("\tat ", "hush");
      assertThat(program.exitStatus()).isEqualTo(status);
    }
  }
}

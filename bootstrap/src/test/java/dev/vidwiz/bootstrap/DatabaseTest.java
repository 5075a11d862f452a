package dev.vidwiz.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vidwiz.bootstrap.settings.Settings;
import dev.vidwiz.bootstrap.settings.Source;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only where the address may be wrong, it is doubted. */
final class DatabaseTest {

  private static final String DOUBT = "Check DB_URL.";

  @TempDir Path folder;

  @Test
  void the_address_is_doubted_when_nobody_listens() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    assertThat(refusal("postgresql://ann:hush@127.0.0.1:" + closed + "/wiz")).endsWith(DOUBT);
  }

  @Test
  void the_address_is_doubted_when_the_host_is_unknown() {
    assertThat(refusal("postgresql://ann:hush@db.invalid/wiz")).endsWith(DOUBT);
  }

  @Test
  void the_address_is_doubted_when_the_database_does_not_exist() {
    try (TestDatabase database = TestPostgres.createDatabase()) {
      assertThat(refusal(database.url() + "_none")).endsWith(DOUBT);
    }
  }

  @Test
  void the_address_is_doubted_when_the_file_is_not_a_database() throws IOException {
    Path file = Files.writeString(folder.resolve("wiz.db"), "no database ".repeat(1_000));
    assertThat(refusal("sqlite:///" + file)).endsWith(DOUBT);
  }

  @Test
  void the_address_is_not_doubted_when_the_database_is_read_only() {
    try (TestDatabase database = TestPostgres.createDatabase()) {
      String name = database.url().substring(database.url().lastIndexOf('/') + 1);
      database.execute("ALTER DATABASE " + name + " SET default_transaction_read_only = on");
      String refusal = refusal(database.url());
      assertThat(refusal).contains(name, "read-only").doesNotContain(DOUBT, "http");
    }
  }

  @Test
  void a_changed_history_of_migrations_is_told_in_our_words() {
    try (TestDatabase database = TestPostgres.createDatabase()) {
      Database.open(settings(database.url())).close();
      database.execute(
          "UPDATE vidwiz_schema_history SET checksum = 1 WHERE version = '001'",
          "DELETE FROM vidwiz_schema_history WHERE version <> '001'");
      assertThat(refusal(database.url()))
          .contains("001")
          .doesNotContain(DOUBT, "http", "rd.gt", "Learn more", "\n");
    }
  }

  private static String refusal(String url) {
    String message =
        catchThrowableOfType(CannotRun.class, () -> Database.open(settings(url)).close())
            .getMessage();
    assertThat(message).startsWith("cannot use the database ").doesNotContain("hush");
    return message;
  }

  private static Settings settings(String url) {
    return Settings.read(List.of(new Source("test", Map.of("DB_URL", url), List.of())));
  }
}

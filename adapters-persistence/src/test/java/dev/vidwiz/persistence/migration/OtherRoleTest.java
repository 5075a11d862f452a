package dev.vidwiz.persistence.migration;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import dev.vidwiz.persistence.postgres.SqlState;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One role migrates, and servers run as another one with the privileges that the guide grants. */
final class OtherRoleTest {

  private TestDatabase database;
  private String role;
  private DatabaseSettings.Postgres server;

  @BeforeEach
  void create() {
    database = TestPostgres.createDatabase();
    DatabaseSettings.Postgres owner = database.settings(false);
    role = owner.jdbcUrl().substring(owner.jdbcUrl().lastIndexOf('/') + 1) + "_server";
    database.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'secret'");
    server =
        new DatabaseSettings.Postgres(
            owner.jdbcUrl(), role, "secret", TestDatabase.POOL_SIZE, false);
  }

  @AfterEach
  void drop() {
    database.execute("DROP OWNED BY " + role, "DROP ROLE " + role);
    database.close();
  }

  @Test
  void a_server_may_do_everything_but_migrate() throws Exception {
    database.execute(grants());
    DatabaseMigrationTest.run(new DatabaseMigration(database.settings(false)));

    VideoId video = newVideoId();
    try (Storage storage = JdbiStorage.open(server)) {
      storage.videos().ensure(video, null, NOW);
      assertThat(storage.videos().find(video)).isPresent();
    }
    database.execute(
        "DELETE FROM vidwiz_schema_history WHERE version = '" + Migrations.NEWEST + "'");
    assertRefused(() -> JdbiStorage.open(server));
  }

  /** The owner would find nothing to be done. */
  @ParameterizedTest
  @ValueSource(strings = {"", "GRANT SELECT (version, success) ON vidwiz_schema_history TO %s"})
  void missing_privileges_are_not_taken_for_missing_tables(String sql) {
    DatabaseMigrationTest.run(new DatabaseMigration(database.settings(false)));
    database.execute(
        sql.isEmpty() ? "SELECT" : sql.formatted(role),
        "DELETE FROM vidwiz_schema_history WHERE version = '" + Migrations.NEWEST + "'");

    assertRefused(() -> new DatabaseMigration(server).pending());
    assertRefused(() -> JdbiStorage.open(server));
  }

  @Test
  void a_schema_that_may_not_be_used_is_told() {
    DatabaseMigrationTest.run(new DatabaseMigration(database.settings(false)));
    database.execute("REVOKE USAGE ON SCHEMA public FROM PUBLIC");

    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> new DatabaseMigration(server).isDue())
        .withMessageContaining("USAGE");
  }

  private static void assertRefused(ThrowingCallable work) {
    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(work)
        .matches(SqlState.NOT_PERMITTED::isReasonOf);
  }

  /** The statements of the guide, for this role. */
  private String grants() throws Exception {
    Matcher block =
        Pattern.compile("(?s)```sql\n(ALTER DEFAULT PRIVILEGES.*?)```")
            .matcher(Files.readString(Path.of("../docs/operations.md")));
    assertThat(block.find()).isTrue();
    return block.group(1).replace("vidwiz_server", role);
  }
}

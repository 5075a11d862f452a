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
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> JdbiStorage.open(server))
        .withStackTraceContaining("permission denied");
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

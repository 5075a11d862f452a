package dev.vidwiz.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import dev.vidwiz.persistence.postgres.PostgresDedicatedConnection;
import dev.vidwiz.persistence.postgres.PostgresGuard;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Indexes that are built outside of a start. */
final class BigIndexesTest {

  private static final String NAME = "test_notes_created";
  private static final BigIndexes INDEXES =
      new BigIndexes("db/index/test/", List.of(new BigIndexes.Index(NAME, "notes")));

  private static final String VALID =
      "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('" + NAME + "')";

  private static final String DEFINITIONS =
      """
      SELECT string_agg(indexdef, '; ' ORDER BY indexname) FROM pg_indexes
      WHERE indexname LIKE '%_of_video'
      """;

  private static final String TASKS =
      """
      INSERT INTO tasks (video_id, task_type, status, task_details, completed_at, available_at,
        created_at, updated_at)
      SELECT 'dQw4w9WgXcQ', 'fetch_metadata', 'completed', '{}', now(), now(), now(), now()
      FROM generate_series(1, %d)
      """;

  private TestDatabase database;

  @BeforeEach
  void create() {
    database = TestPostgres.createDatabase();
    JdbiStorage.open(database.settings(false)).close();
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void of_vidwiz_have_files_of_their_names() throws Exception {
    URL folder = BigIndexes.class.getResource("index/postgres");
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".sql"))
                  .map(name -> name.replace(".sql", "")))
          .containsExactlyInAnyOrderElementsOf(
              BigIndexes.ALL.indexes().stream().map(BigIndexes.Index::name).toList());
    }
    for (BigIndexes.Index index : BigIndexes.ALL.indexes()) {
      assertThat(MigrationFiles.read(BigIndexes.FOLDER + index.name() + ".sql"))
          .startsWith(
              "CREATE INDEX CONCURRENTLY %s ON %s (".formatted(index.name(), index.table()));
    }
  }

  @Test
  void of_vidwiz_are_built_by_a_start_where_tables_are_small() {
    assertThat(new DatabaseMigration(database.settings(false)).pending()).isEmpty();
  }

  /** The migrations build the index of the small table as the files would. */
  @Test
  void of_vidwiz_are_left_to_the_command_where_tables_are_large() throws Exception {
    String small = query(DEFINITIONS);
    try (TestDatabase large = TestPostgres.createDatabase()) {
      DatabaseSettings.Postgres settings = large.settings(false);
      OlderTables.make("009", settings.jdbcUrl(), settings.user(), settings.password(), "postgres");
      large.execute(TASKS.formatted(BigIndexes.SMALL + 1));
      DatabaseMigration migration = new DatabaseMigration(settings);
      assertThat(migration.pending())
          .extracting(PendingMigration::name)
          .contains("tasks_of_video")
          .doesNotContain("outbox_of_video");

      JdbiStorage.open(settings).close();

      assertThat(migration.pending())
          .extracting(PendingMigration::name)
          .containsExactly("tasks_of_video");
      assertThat(built(migration)).containsExactly("index tasks_of_video");
      assertThat(query(large, DEFINITIONS)).isEqualTo(small);
    }
  }

  /** In some isolations, the transaction that keeps others out would keep the index out, too. */
  @ParameterizedTest
  @ValueSource(strings = {"read committed", "repeatable read", "serializable"})
  void are_pending_until_they_are_built(String isolation) throws Exception {
    String name = database.url().substring(database.url().lastIndexOf('/') + 1);
    database.execute(
        "ALTER DATABASE %s SET default_transaction_isolation = '%s'".formatted(name, isolation));
    DatabaseMigration migration = new DatabaseMigration(database.settings(false), INDEXES);
    assertThat(migration.pending()).extracting(PendingMigration::name).containsExactly(NAME);
    assertThat(migration.isDue()).as("for a start").isFalse();

    assertThat(built(migration)).containsExactly("index " + NAME);

    assertThat(migration.pending()).isEmpty();
    assertThat(query(VALID)).isEqualTo("t");
  }

  @Test
  void left_incomplete_are_built_again() throws Exception {
    DatabaseMigration migration = new DatabaseMigration(database.settings(false), INDEXES);
    built(migration);
    database.execute(
        VALID
            .replace("SELECT indisvalid FROM", "UPDATE")
            .replace("WHERE", "SET indisvalid = false WHERE"));
    assertThat(migration.pending()).hasSize(1);

    built(migration);

    assertThat(query(VALID)).isEqualTo("t");
  }

  @Test
  void are_built_once_by_programs_that_run_at_once() throws Exception {
    DatabaseSettings.Postgres settings = database.settings(false);
    CompletableFuture<List<String>> first =
        CompletableFuture.supplyAsync(
            () -> DatabaseMigrationTest.run(new DatabaseMigration(settings, INDEXES)));
    List<String> second = built(new DatabaseMigration(settings, INDEXES));
    assertThat(Stream.concat(first.get(60, TimeUnit.SECONDS).stream(), second.stream()))
        .containsExactly("index " + NAME);
  }

  @Test
  void that_cannot_be_built_are_told() {
    database.execute("ALTER TABLE notes RENAME COLUMN created_at TO made_at");
    DatabaseMigration migration = new DatabaseMigration(database.settings(false), INDEXES);
    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> DatabaseMigrationTest.run(migration))
        .withMessageContaining(NAME);
  }

  @Test
  void tell_how_far_they_are() throws Exception {
    DatabaseSettings.Postgres settings = database.settings(false);
    try (Connection writer = database.connect()) {
      writer.setAutoCommit(false);
      writer.createStatement().execute("LOCK TABLE notes IN ROW EXCLUSIVE MODE");
      CompletableFuture<List<String>> building =
          CompletableFuture.supplyAsync(
              () -> DatabaseMigrationTest.run(new DatabaseMigration(settings, INDEXES)));
      database.awaitLockWait();

      assertThat(progress(settings, NAME))
          .contains(new IndexProgress("waiting for writers before build", 0, 0));
      assertThat(progress(settings, "tasks_of_video")).as("built already").isEmpty();

      writer.rollback();
      building.get(60, TimeUnit.SECONDS);
      assertThat(progress(settings, NAME)).isEmpty();
    }
  }

  private static Optional<IndexProgress> progress(DatabaseSettings.Postgres settings, String name) {
    return PostgresDedicatedConnection.using(settings, handle -> BigIndexes.progress(handle, name));
  }

  /** A migration of another program does not wait for an index, which can take hours. */
  @Test
  void let_migrations_pass() {
    DatabaseSettings.Postgres settings = database.settings(false);
    PostgresGuard.exclusively(
        settings,
        PostgresGuard.Work.INDEXES,
        () -> PostgresGuard.exclusively(settings, PostgresGuard.Work.MIGRATIONS, () -> {}));
  }

  private static List<String> built(DatabaseMigration migration) throws Exception {
    return CompletableFuture.supplyAsync(() -> DatabaseMigrationTest.run(migration))
        .get(60, TimeUnit.SECONDS);
  }

  private String query(String sql) throws SQLException {
    return query(database, sql);
  }

  private static String query(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        ResultSet rows = connection.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}

package dev.vidwiz.persistence.migration;

import static dev.vidwiz.application.storage.Samples.NOW;
import static dev.vidwiz.application.storage.Samples.newVideoId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.EmptyDatabase;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.persistence.settings.ForeignSchemaException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Migrations before a start, on both kinds of database. */
final class DatabaseMigrationTest {

  private static final String BEFORE_THE_NEWEST = "%03d".formatted(Migrations.newest() - 1);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void everything_is_pending_at_first_and_looking_changes_nothing(EmptyDatabase.Kind kind) {
    try (EmptyDatabase database = EmptyDatabase.create(kind, folder, "vidwiz.db")) {
      DatabaseMigration migration = new DatabaseMigration(database.settings());

      assertThat(migration.pending()).hasSize(Migrations.newest());
      assertThat(migration.isDue()).isTrue();
      assertThat(migration.pending().getFirst())
          .satisfies(
              first -> {
                assertThat(first.name()).isEqualTo("V001 users videos notes tasks");
                assertThat(first.sql()).contains("CREATE TABLE users");
              });
      assertThat(folder).isEmptyDirectory();
    }
  }

  @ParameterizedTest
  @EnumSource
  void only_what_is_missing_is_run_and_told(EmptyDatabase.Kind kind) {
    try (EmptyDatabase database = EmptyDatabase.create(kind, folder, "vidwiz.db")) {
      makeOlder(database);
      DatabaseMigration migration = new DatabaseMigration(database.settings());
      List<String> pending = migration.pending().stream().map(PendingMigration::name).toList();
      assertThat(pending).singleElement().asString().startsWith("V" + Migrations.NEWEST + " ");

      assertThat(run(migration)).isEqualTo(pending);

      assertThat(migration.pending()).isEmpty();
      assertThat(migration.isDue()).isFalse();
      assertThat(run(migration)).isEmpty();
      VideoId video = newVideoId();
      try (Storage storage = JdbiStorage.open(database.settings())) {
        storage.videos().ensure(video, null, NOW);
        assertThat(storage.videos().find(video)).isPresent();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void newer_tables_need_nothing(EmptyDatabase.Kind kind) {
    try (EmptyDatabase database = EmptyDatabase.create(kind, folder, "vidwiz.db")) {
      DatabaseMigration migration = new DatabaseMigration(database.settings());
      run(migration);
      try (Handle handle = database.connect()) {
        handle.execute(
            "UPDATE vidwiz_schema_history SET version = '999', installed_rank = 999"
                + " WHERE version = '001'");
      }
      assertThat(migration.pending()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_tables_of_an_older_server_are_refused(EmptyDatabase.Kind kind) {
    try (EmptyDatabase database = EmptyDatabase.create(kind, folder, "vidwiz.db")) {
      run(new DatabaseMigration(database.settings()));
      try (Handle handle = database.connect()) {
        handle.execute("DROP TABLE vidwiz_schema_history");
      }
      DatabaseMigration migration = new DatabaseMigration(database.settings());
      assertThatExceptionOfType(ForeignSchemaException.class).isThrownBy(migration::pending);
      assertThatExceptionOfType(ForeignSchemaException.class).isThrownBy(() -> run(migration));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_migration_that_fails_is_told_as_a_failure(EmptyDatabase.Kind kind) {
    try (EmptyDatabase database = EmptyDatabase.create(kind, folder, "vidwiz.db")) {
      run(new DatabaseMigration(database.settings()));
      try (Handle handle = database.connect()) {
        handle.execute(
            "DELETE FROM vidwiz_schema_history WHERE version >= '" + BEFORE_THE_NEWEST + "'");
      }
      DatabaseMigration migration = new DatabaseMigration(database.settings());
      assertThatExceptionOfType(StorageException.class).isThrownBy(() -> run(migration));
      assertThat(migration.pending()).hasSize(2);
    }
  }

  private static void makeOlder(EmptyDatabase database) {
    switch (database.settings()) {
      case DatabaseSettings.Sqlite(Path file) ->
          OlderTables.make(BEFORE_THE_NEWEST, "jdbc:sqlite:" + file, null, null, "sqlite");
      case DatabaseSettings.Postgres server ->
          OlderTables.make(
              BEFORE_THE_NEWEST, server.jdbcUrl(), server.user(), server.password(), "postgres");
      case DatabaseSettings.Pool pool -> throw new IllegalArgumentException();
    }
  }

  /** Returns what was told to have ended. */
  static List<String> run(DatabaseMigration migration) {
    List<String> ended = new ArrayList<>();
    migration.run(
        new MigrationListener() {
          @Override
          public void runs(String name, Duration elapsed, Optional<IndexProgress> index) {}

          @Override
          public void ended(String name, Duration elapsed) {
            ended.add(name);
          }
        });
    return ended;
  }
}

package dev.vidwiz.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.storage.Race;
import dev.vidwiz.persistence.EmptyDatabase;
import dev.vidwiz.persistence.EmptyDatabase.Kind;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.OpenedStorage;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Databases of former releases, whose history had the name that Flyway gives. */
final class FormerHistoryTest {

  private static final String BEFORE_THE_NEWEST = "%03d".formatted(Migrations.newest() - 1);

  /** What a server of a former release reads when it starts. */
  private static final String READ_BY_FORMER =
      "SELECT count(*) FROM flyway_schema_history WHERE version = '"
          + Migrations.NEWEST
          + "' AND success";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void older_tables_are_migrated_and_former_releases_still_start(Kind kind) {
    try (EmptyDatabase database = former(kind, BEFORE_THE_NEWEST)) {
      DatabaseMigration migration = new DatabaseMigration(database.settings());
      assertThat(migration.isDue()).isTrue();
      List<String> pending = migration.pending().stream().map(PendingMigration::name).toList();
      assertThat(pending).hasSize(2).first().isEqualTo("history as vidwiz_schema_history");

      assertThat(DatabaseMigrationTest.run(migration)).isEqualTo(pending);

      assertThat(migration.pending()).isEmpty();
      assertBothHistoriesAreComplete(database);
    }
  }

  @ParameterizedTest
  @EnumSource
  void tables_as_of_today_are_only_copied(Kind kind) {
    try (EmptyDatabase database = former(kind, Migrations.NEWEST)) {
      try (OpenedStorage storage = JdbiStorage.open(database.settings())) {
        assertThat(storage.start().applied()).isEmpty();
      }
      assertBothHistoriesAreComplete(database);
    }
  }

  @ParameterizedTest
  @EnumSource
  void many_servers_may_start_at_once(Kind kind) throws InterruptedException {
    try (EmptyDatabase database = former(kind, BEFORE_THE_NEWEST)) {
      Race.run(6, runner -> JdbiStorage.open(database.settings())).forEach(Storage::close);
      assertBothHistoriesAreComplete(database);
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_copied_history_takes_later_migrations(Kind kind) {
    try (EmptyDatabase database = former(kind, BEFORE_THE_NEWEST)) {
      JdbiStorage.open(database.settings()).close();
      try (Handle handle = database.connect()) {
        handle.execute("DROP TABLE flyway_schema_history");
      }
      JdbiStorage.open(database.settings()).close();
      assertThat(new DatabaseMigration(database.settings()).pending()).isEmpty();
    }
  }

  private EmptyDatabase former(Kind kind, String version) {
    EmptyDatabase database = EmptyDatabase.create(kind, folder, "vidwiz.db");
    OlderTables.makeFormer(version, database.settings());
    return database;
  }

  private static void assertBothHistoriesAreComplete(EmptyDatabase database) {
    try (Handle handle = database.connect()) {
      assertThat(handle.select(READ_BY_FORMER).mapTo(Integer.class).one()).isEqualTo(1);
      List<String> versions = versions(handle, "vidwiz_schema_history");
      assertThat(versions).hasSize(Migrations.newest()).doesNotHaveDuplicates();
      assertThat(versions(handle, "flyway_schema_history")).isEqualTo(versions);
    }
  }

  private static List<String> versions(Handle handle, String table) {
    return handle
        .select("SELECT version FROM " + table + " WHERE success ORDER BY installed_rank")
        .mapTo(String.class)
        .list();
  }
}

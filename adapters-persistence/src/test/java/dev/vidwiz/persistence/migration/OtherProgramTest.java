package dev.vidwiz.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.persistence.EmptyDatabase;
import dev.vidwiz.persistence.EmptyDatabase.Kind;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import dev.vidwiz.persistence.postgres.PostgresDedicatedConnection;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.persistence.settings.UnsuitableDatabaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A program that embeds VidWiz has tables of its own in the database. */
final class OtherProgramTest {

  /** As Flyway makes it, with the newest version of VidWiz. */
  private static final String HISTORY =
      """
      CREATE TABLE flyway_schema_history (installed_rank INT PRIMARY KEY, version VARCHAR(50),
        script VARCHAR(1000) NOT NULL, success BOOLEAN NOT NULL)
      """;

  private static final String VERSION =
      "INSERT INTO flyway_schema_history VALUES (1, '"
          + Migrations.NEWEST
          + "', 'V010__orders.sql', TRUE)";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void its_history_is_left_alone(Kind kind) throws IOException {
    try (EmptyDatabase database = EmptyDatabase.create(kind, folder, "shop.db")) {
      execute(database, HISTORY, VERSION);

      JdbiStorage.open(database.settings()).close();

      assertThat(strings(database, "SELECT script FROM flyway_schema_history"))
          .containsExactly("V010__orders.sql");
      assertThat(strings(database, "SELECT version FROM vidwiz_schema_history"))
          .contains(Migrations.NEWEST);
    }
  }

  @ParameterizedTest
  @CsvSource({"SQLITE, users", "SQLITE, messages", "POSTGRESQL, users", "POSTGRESQL, outbox"})
  void its_tables_are_told_and_nothing_is_changed(Kind kind, String table) throws IOException {
    try (EmptyDatabase database = EmptyDatabase.create(kind, folder, "shop.db")) {
      execute(database, HISTORY, VERSION, "CREATE TABLE " + table + " (id INTEGER, mail TEXT)");
      Set<String> before = relations(database);
      DatabaseMigration migration = new DatabaseMigration(database.settings());

      assertThatExceptionOfType(UnsuitableDatabaseException.class)
          .isThrownBy(() -> JdbiStorage.open(database.settings()))
          .withMessageContaining("another program")
          .withMessageEndingWith(": " + table)
          .satisfies(e -> assertThat(e.remedy()).contains("schema"));
      assertThatExceptionOfType(UnsuitableDatabaseException.class).isThrownBy(migration::pending);

      assertThat(relations(database)).isEqualTo(before);
    }
  }

  @Test
  void its_schema_stays_as_it_is_beside_one_of_vidwiz() {
    try (TestDatabase database = TestPostgres.createDatabase()) {
      database.execute("CREATE TABLE users (id INTEGER, mail TEXT)", HISTORY, VERSION);
      DatabaseSettings.Postgres settings = in(database.settings(true), "vidwiz");

      JdbiStorage.open(settings).close();
      JdbiStorage.open(in(database.settings(true), "second")).close();
      JdbiStorage.open(settings).close();

      assertThat(new DatabaseMigration(settings).pending()).isEmpty();
      assertThat(new DatabaseMigration(in(settings, "third")).pending())
          .hasSize(Migrations.newest());
      assertThat(tables(database, "public")).containsExactly("flyway_schema_history", "users");
      assertThat(tables(database, "vidwiz"))
          .containsAll(SchemaHistory.TABLES)
          .isEqualTo(tables(database, "second"));
      assertThat(tables(database, "third")).isEmpty();
    }
  }

  @Test
  void the_names_that_must_be_free_are_those_of_the_tables() {
    try (EmptyDatabase database = EmptyDatabase.create(Kind.POSTGRESQL, folder, "")) {
      JdbiStorage.open(database.settings()).close();
      Set<String> expected = new TreeSet<>(SchemaHistory.TABLES);
      expected.add(SchemaHistory.TABLE);
      assertThat(
              strings(
                  database,
                  "SELECT relname FROM pg_class JOIN pg_namespace ON"
                      + " pg_namespace.oid = relnamespace WHERE nspname = current_schema() AND"
                      + " relkind = 'r'"))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void the_folder_where_its_flyway_looks_has_nothing_of_vidwiz() {
    assertThat(Migrations.class.getResource("/db/migration")).isNull();
  }

  private static DatabaseSettings.Postgres in(DatabaseSettings.Postgres settings, String schema) {
    return new DatabaseSettings.Postgres(
        settings.jdbcUrl(),
        settings.user(),
        settings.password(),
        settings.poolSize(),
        settings.listen(),
        schema);
  }

  private static List<String> tables(TestDatabase database, String schema) {
    try (Handle handle =
        PostgresDedicatedConnection.open(database.settings(false), Duration.ZERO)) {
      return handle
          .select("SELECT tablename FROM pg_tables WHERE schemaname = ? ORDER BY 1", schema)
          .mapTo(String.class)
          .list();
    }
  }

  private static Set<String> relations(EmptyDatabase database) {
    return Set.copyOf(
        strings(
            database,
            database.settings() instanceof DatabaseSettings.Sqlite
                ? "SELECT name FROM sqlite_master"
                : "SELECT relname FROM pg_class"));
  }

  private static List<String> strings(EmptyDatabase database, String query) {
    try (Handle handle = database.connect()) {
      return handle.select(query).mapTo(String.class).list();
    }
  }

  private static void execute(EmptyDatabase database, String... statements) throws IOException {
    if (database.settings() instanceof DatabaseSettings.Sqlite(Path file)) {
      Files.createFile(file);
    }
    try (Handle handle = database.connect()) {
      for (String statement : statements) {
        handle.execute(statement);
      }
    }
  }
}

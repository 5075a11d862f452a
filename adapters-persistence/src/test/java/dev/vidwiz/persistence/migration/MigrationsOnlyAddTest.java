package dev.vidwiz.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.persistence.EmptyDatabase;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Servers of the release before go on working on the newest tables: whatever they read is there,
 * and whatever they wrote is still accepted.
 */
final class MigrationsOnlyAddTest {

  /** The tables of the first release to which this applies. */
  private static final int FIRST = 6;

  private static final String SQLITE_COLUMNS =
      """
      SELECT t.name || '.' || c.name AS name, lower(c.type) AS type,
        c."notnull" AND c.dflt_value IS NULL AND c.pk = 0 AS required
      FROM sqlite_master AS t, pragma_table_info(t.name) AS c
      WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE 'vidwiz_%'
      """;

  private static final String POSTGRES_COLUMNS =
      """
      SELECT table_name || '.' || column_name AS name, data_type AS type,
        is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO' AS required
      FROM information_schema.columns
      WHERE table_schema = current_schema() AND table_name NOT LIKE 'vidwiz_%'
      """;

  private static final String SQLITE_RULES =
      """
      SELECT t.name || ': unique ' || group_concat(c.name)
      FROM sqlite_master AS t, pragma_index_list(t.name) AS i, pragma_index_info(i.name) AS c
      WHERE t.type = 'table' AND i."unique" AND t.name NOT LIKE 'vidwiz_%' GROUP BY t.name, i.name
      """;

  private static final String POSTGRES_RULES =
      """
      SELECT c.conrelid::regclass || ': ' || pg_get_constraintdef(c.oid) FROM pg_constraint AS c
      WHERE c.connamespace = CAST(current_schema() AS regnamespace) AND c.contype IN ('c', 'f', 'x')
        AND c.conrelid::regclass::text NOT LIKE 'vidwiz_%'
      UNION ALL
      SELECT tablename || ': ' || substring(indexdef FROM 'USING.*') FROM pg_indexes
      WHERE schemaname = current_schema() AND indexdef LIKE 'CREATE UNIQUE%'
        AND tablename NOT LIKE 'vidwiz_%'
      """;

  private record Column(String name, String type, boolean required) {}

  private record Tables(Set<Column> columns, Set<String> rules) {

    Set<String> names() {
      return columns.stream()
          .map(column -> column.name.substring(0, column.name.indexOf('.')))
          .collect(Collectors.toSet());
    }
  }

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("kindsAndVersions")
  void to_the_tables_of_earlier_releases(EmptyDatabase.Kind kind, int version) {
    try (EmptyDatabase older = EmptyDatabase.create(kind, folder, "older.db");
        EmptyDatabase newest = EmptyDatabase.create(kind, folder, "newest.db")) {
      make(older, "%03d".formatted(version));
      make(newest, Migrations.NEWEST);
      assertThat(obstacles(describe(older), describe(newest))).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ALTER TABLE notes DROP COLUMN generated_by_ai, notes.generated_by_ai is gone",
    "ALTER TABLE notes RENAME COLUMN generated_by_ai TO ai, notes.generated_by_ai is gone",
    "ALTER TABLE users RENAME TO people, users.name is gone",
    "CREATE UNIQUE INDEX once ON notes (video_id), notes: ",
  })
  void or_else_this_finds_it_in_sqlite(String change, String found) {
    assertFound(EmptyDatabase.Kind.SQLITE, change, found);
  }

  @ParameterizedTest
  @CsvSource({
    "ALTER TABLE notes DROP COLUMN generated_by_ai, notes.generated_by_ai is gone",
    "ALTER TABLE notes ADD COLUMN place text NOT NULL, notes.place is required",
    "ALTER TABLE notes ALTER COLUMN text SET NOT NULL, notes.text is required",
    "ALTER TABLE quotas ALTER COLUMN used TYPE bigint, quotas.used is bigint",
    "ALTER TABLE notes ADD CHECK (length(text) < 9), notes: CHECK",
    "CREATE UNIQUE INDEX once ON notes (video_id), notes: ",
  })
  void or_else_this_finds_it_in_postgresql(String change, String found) {
    assertFound(EmptyDatabase.Kind.POSTGRESQL, change, found);
  }

  @ParameterizedTest
  @EnumSource
  void and_may_add_tables_and_columns(EmptyDatabase.Kind kind) {
    try (EmptyDatabase database = EmptyDatabase.create(kind, folder, "vidwiz.db")) {
      make(database, Migrations.NEWEST);
      Tables before = describe(database);
      try (Handle handle = database.connect()) {
        handle.execute("CREATE TABLE places (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)");
        handle.execute("ALTER TABLE notes ADD COLUMN place TEXT");
        handle.execute("ALTER TABLE notes ADD COLUMN rank INTEGER NOT NULL DEFAULT 0");
      }
      assertThat(obstacles(before, describe(database))).isEmpty();
    }
  }

  private void assertFound(EmptyDatabase.Kind kind, String change, String found) {
    try (EmptyDatabase database = EmptyDatabase.create(kind, folder, "vidwiz.db")) {
      make(database, Migrations.NEWEST);
      Tables before = describe(database);
      try (Handle handle = database.connect()) {
        if (kind == EmptyDatabase.Kind.SQLITE) {
          handle
              .createQuery("SELECT name FROM sqlite_master WHERE type = 'trigger'")
              .mapTo(String.class)
              .list()
              .forEach(trigger -> handle.execute("DROP TRIGGER " + trigger));
        }
        handle.execute(change);
      }
      assertThat(obstacles(before, describe(database)))
          .anySatisfy(obstacle -> assertThat(obstacle).startsWith(found));
    }
  }

  private static Set<String> obstacles(Tables older, Tables newer) {
    Set<String> obstacles = new TreeSet<>();
    for (Column column : older.columns) {
      newer.columns.stream()
          .filter(same -> same.name.equals(column.name))
          .findFirst()
          .ifPresentOrElse(
              same -> {
                if (!same.type.equals(column.type)) {
                  obstacles.add(same.name + " is " + same.type);
                }
                if (same.required && !column.required) {
                  obstacles.add(same.name + " is required");
                }
              },
              () -> obstacles.add(column.name + " is gone"));
    }
    Set<String> names = older.columns.stream().map(Column::name).collect(Collectors.toSet());
    newer.columns.stream()
        .filter(column -> column.required && !names.contains(column.name))
        .filter(column -> older.names().contains(column.name.split("\\.", 2)[0]))
        .forEach(column -> obstacles.add(column.name + " is required"));
    newer.rules.stream()
        .filter(rule -> !older.rules.contains(rule))
        .filter(rule -> older.names().contains(rule.split(":", 2)[0]))
        .forEach(obstacles::add);
    return obstacles;
  }

  private static Tables describe(EmptyDatabase database) {
    boolean sqlite = database.settings() instanceof DatabaseSettings.Sqlite;
    try (Handle handle = database.connect()) {
      List<Column> columns =
          handle
              .createQuery(sqlite ? SQLITE_COLUMNS : POSTGRES_COLUMNS)
              .map(
                  (row, context) ->
                      new Column(
                          row.getString("name"),
                          row.getString("type").toLowerCase(Locale.ROOT),
                          row.getBoolean("required")))
              .list();
      List<String> rules =
          handle.createQuery(sqlite ? SQLITE_RULES : POSTGRES_RULES).mapTo(String.class).list();
      return new Tables(Set.copyOf(columns), Set.copyOf(rules));
    }
  }

  private static void make(EmptyDatabase database, String version) {
    switch (database.settings()) {
      case DatabaseSettings.Sqlite(Path file) ->
          OlderTables.make(version, "jdbc:sqlite:" + file, null, null, "sqlite");
      case DatabaseSettings.Postgres server ->
          OlderTables.make(version, server.jdbcUrl(), server.user(), server.password(), "postgres");
      case DatabaseSettings.Pool pool -> throw new IllegalArgumentException();
    }
  }

  private static Stream<Arguments> kindsAndVersions() {
    return Stream.of(EmptyDatabase.Kind.values())
        .flatMap(
            kind ->
                IntStream.range(FIRST, Migrations.newest())
                    .mapToObj(version -> Arguments.of(kind, version)));
  }
}

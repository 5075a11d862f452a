package dev.vidwiz.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two lists of files of migrations do the same. */
final class MigrationFilesTest {

  private static final String SQLITE_COLUMNS =
      """
      SELECT t.name || '.' || c.name ||
        CASE WHEN c."notnull" OR (c.pk AND c.type = 'INTEGER') THEN ' NOT NULL' ELSE '' END
      FROM sqlite_master AS t, pragma_table_info(t.name) AS c
      WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE 'vidwiz_%'
      """;

  private static final String POSTGRES_COLUMNS =
      """
      SELECT table_name || '.' || column_name ||
        CASE is_nullable WHEN 'NO' THEN ' NOT NULL' ELSE '' END
      FROM information_schema.columns
      WHERE table_schema = current_schema() AND table_name NOT LIKE 'vidwiz_%'
      """;

  private static final String SQLITE_INDEXES =
      """
      SELECT name FROM sqlite_master
      WHERE type = 'index' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'vidwiz_%'
      """;

  /** Those of primary keys and unique columns have names that SQLite does not give. */
  private static final String POSTGRES_INDEXES =
      """
      SELECT indexname FROM pg_indexes
      WHERE schemaname = current_schema() AND indexname NOT LIKE 'vidwiz_%'
        AND indexname NOT LIKE '%_pkey' AND indexname NOT LIKE '%_key'
      """;

  @Test
  void have_the_same_names() throws Exception {
    assertThat(files("sqlite")).isNotEmpty().isEqualTo(files("postgres"));
  }

  @Test
  void end_with_the_version_that_the_program_needs() throws Exception {
    assertThat(files("sqlite").getLast()).startsWith("V" + Migrations.NEWEST + "__");
  }

  @Test
  void make_the_same_tables(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("vidwiz.db");
    JdbiStorage.open(new DatabaseSettings.Sqlite(file)).close();
    try (TestDatabase database = TestPostgres.createDatabase()) {
      JdbiStorage.open(database.settings(false)).close();
      try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + file);
          Connection postgres = database.connect()) {
        assertThat(names(sqlite, SQLITE_COLUMNS))
            .contains("notes.timestamp NOT NULL", "tasks.worker_details NOT NULL", "users.name")
            .isEqualTo(names(postgres, POSTGRES_COLUMNS));
        assertThat(names(sqlite, SQLITE_INDEXES))
            .contains("tasks_active")
            .isEqualTo(names(postgres, POSTGRES_INDEXES));
      }
    }
  }

  private static List<String> files(String folder) throws IOException, URISyntaxException {
    Path path = Path.of(MigrationFilesTest.class.getResource(folder).toURI());
    try (Stream<Path> files = Files.list(path)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static SortedSet<String> names(Connection connection, String sql) throws SQLException {
    SortedSet<String> names = new TreeSet<>();
    try (ResultSet rows = connection.createStatement().executeQuery(sql)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}

package dev.vidwiz.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.note.NoteUsage;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** V009 counts the notes that there are, and lets old versions of SQLite read the tables. */
final class NoteUsageMigrationTest {

  private static final String[] ROWS = {
    """
    INSERT INTO users (email, created_at) VALUES ('ann@example.com', '2026-01-01 00:00:00.000000')
    """,
    """
    INSERT INTO videos (video_id, created_at, updated_at)
    VALUES ('dQw4w9WgXcQ', '2026-01-01 00:00:00.000000', '2026-01-01 00:00:00.000000')
    """,
    """
    INSERT INTO notes (user_id, video_id, "timestamp", text, created_at, updated_at)
    VALUES (7, 'dQw4w9WgXcQ', '1:23', 'Grüße', '2026-01-01 00:00:00.000000',
            '2026-01-01 00:00:00.000000'),
           (7, 'dQw4w9WgXcQ', '1:23', NULL, '2026-01-01 00:00:00.000000',
            '2026-01-01 00:00:00.000000')
    """
  };

  @Test
  void in_sqlite(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("vidwiz.db");
    String url = "jdbc:sqlite:" + file;
    OlderTables.make("006", url, null, null, "sqlite");
    try (Connection connection = DriverManager.getConnection(url)) {
      execute(connection);
    }

    assertCounted(new DatabaseSettings.Sqlite(file));

    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      assertThat(text(statement, "PRAGMA integrity_check")).isEqualTo("ok");
      assertThat(
              text(
                  statement,
                  "SELECT group_concat(sql, ';') FROM sqlite_master"
                      + " WHERE name IN ('users', 'videos', 'messages')"))
          .contains(
              "CHECK (profile_data IS NULL OR json_valid(profile_data))",
              "CHECK (video_metadata IS NULL OR json_valid(video_metadata))",
              "CHECK (metadata IS NULL OR json_valid(metadata))")
          .doesNotContain("CHECK (json_valid(");
      assertThat(text(statement, "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"))
          .isEqualTo("6");
    }
  }

  @Test
  void in_postgres() throws SQLException {
    try (TestDatabase database = TestPostgres.createDatabase()) {
      DatabaseSettings.Postgres settings = database.settings(false);
      OlderTables.make("006", settings.jdbcUrl(), settings.user(), settings.password(), "postgres");
      try (Connection connection = database.connect()) {
        execute(connection);
      }

      assertCounted(settings);
    }
  }

  private static void execute(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : ROWS) {
        statement.execute(sql);
      }
    }
  }

  private static void assertCounted(DatabaseSettings settings) {
    try (Storage storage = JdbiStorage.open(settings)) {
      assertThat(storage.notes().usage(7)).isEqualTo(new NoteUsage(2, 7));
      assertThat(storage.notes().deleteOwn(7, 1)).isTrue();
      assertThat(storage.notes().usage(7)).isEqualTo(new NoteUsage(1, 0));
    }
  }

  private static String text(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }
}

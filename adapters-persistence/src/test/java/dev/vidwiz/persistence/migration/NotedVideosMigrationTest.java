package dev.vidwiz.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.video.VideoSearch;
import dev.vidwiz.application.video.VideoSearch.Sort;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.NotedVideos;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** V005 lets the videos be found that were noted before. */
final class NotedVideosMigrationTest {

  private static final String[] NOTES = {
    """
    INSERT INTO videos (video_id, title, title_folded, created_at, updated_at) VALUES
      ('dQw4w9WgXcQ', 'T', 't', '2026-01-01 00:00:00', '2026-01-01 00:00:00'),
      ('9bZkp7q19f0', NULL, NULL, '2026-01-02 00:00:00', '2026-01-02 00:00:00')
    """,
    """
    INSERT INTO notes (user_id, video_id, "timestamp", created_at, updated_at) VALUES
      (1, 'dQw4w9WgXcQ', '0:01', '2026-01-01 00:00:00', '2026-01-01 00:00:00'),
      (1, 'dQw4w9WgXcQ', '0:02', '2026-01-01 00:00:00', '2026-01-01 00:00:00'),
      (1, '9bZkp7q19f0', '0:03', '2026-01-01 00:00:00', '2026-01-01 00:00:00'),
      (2, '9bZkp7q19f0', '0:04', '2026-01-01 00:00:00', '2026-01-01 00:00:00')
    """
  };

  @Test
  void in_sqlite(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("vidwiz.db");
    String url = "jdbc:sqlite:" + file;
    OlderTables.make("004", url, null, null, "sqlite");
    try (Connection connection = DriverManager.getConnection(url)) {
      assertFound(new DatabaseSettings.Sqlite(file), connection);
    }
  }

  @Test
  void in_postgres() throws SQLException {
    try (TestDatabase database = TestPostgres.createDatabase();
        Connection connection = database.connect()) {
      DatabaseSettings.Postgres settings = database.settings(false);
      OlderTables.make("004", settings.jdbcUrl(), settings.user(), settings.password(), "postgres");

      assertFound(settings, connection);
    }
  }

  private static void assertFound(DatabaseSettings settings, Connection connection)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : NOTES) {
        statement.execute(sql);
      }
    }

    try (Storage storage = JdbiStorage.open(settings)) {
      assertThat(storage.videos().search(new VideoSearch(1, "", 1, 10, Sort.TITLE_ASC)).total())
          .isEqualTo(2);
    }
    assertThat(NotedVideos.differences(connection)).isEmpty();
  }
}

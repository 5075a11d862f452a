package dev.vidwiz.persistence.migration;

import static dev.vidwiz.application.storage.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.job.AiJob;
import dev.vidwiz.application.job.StoredAiJob;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** V004 keeps the AI jobs of a database that an earlier version made. */
final class JobsMigrationTest {

  private static final String[] JOBS = {
    """
    INSERT INTO outbox (kind, video_id, note_id, available_at, created_at, updated_at)
    VALUES ('ai_note', 'dQw4w9WgXcQ', 7, '2026-01-01 00:00:00', '2026-01-01 00:00:00',
            '2026-01-01 00:00:00')
    """,
    """
    INSERT INTO outbox (kind, video_id, status, attempts, available_at, created_at, updated_at)
    VALUES ('summary', 'dQw4w9WgXcQ', 'dead', 5, '2026-01-01 00:00:00', '2026-01-01 00:00:00',
            '2026-01-01 00:00:00')
    """,
    """
    INSERT INTO outbox (kind, video_id, available_at, created_at, updated_at)
    VALUES ('summary', 'dQw4w9WgXcQ', '2026-01-01 00:00:00', '2026-01-01 00:00:00',
            '2026-01-01 00:00:00')
    """,
    "DELETE FROM outbox WHERE id = 3"
  };

  @Test
  void in_sqlite(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("vidwiz.db");
    String url = "jdbc:sqlite:" + file;
    OlderTables.make("003", url, null, null, "sqlite");
    try (Connection connection = DriverManager.getConnection(url)) {
      execute(connection);
    }

    assertKept(new DatabaseSettings.Sqlite(file));
  }

  @Test
  void in_postgres() throws SQLException {
    try (TestDatabase database = TestPostgres.createDatabase()) {
      DatabaseSettings.Postgres settings = database.settings(false);
      OlderTables.make("003", settings.jdbcUrl(), settings.user(), settings.password(), "postgres");
      try (Connection connection = database.connect()) {
        execute(connection);
      }

      assertKept(settings);
    }
  }

  private static void execute(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : JOBS) {
        statement.execute(sql);
      }
    }
  }

  private static void assertKept(DatabaseSettings settings) {
    try (Storage storage = JdbiStorage.open(settings)) {
      assertThat(storage.outbox().findAll(List.of(1L, 2L, 3L)))
          .extracting(StoredAiJob::state)
          .containsExactlyInAnyOrder(TaskState.PENDING, TaskState.FAILED);
      AiJob note =
          storage.outbox().claim(AiJobKind.AI_NOTE, 9, NOW, NOW.plusSeconds(60)).getFirst();
      assertThat(note.noteId()).isEqualTo(7);

      storage.outbox().add(AiJobKind.SUMMARY, new VideoId("dQw4w9WgXcQ"), null, NOW);
      assertThat(storage.outbox().claim(AiJobKind.SUMMARY, 9, NOW, NOW.plusSeconds(60)))
          .extracting(AiJob::id)
          .containsExactly(4L);
    }
  }
}

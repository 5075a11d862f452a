package dev.vidwiz.bench.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** The content of seeded databases of both kinds. */
abstract class SeedContract {

  private static final Sizes SIZES = new Sizes(7, 2_000, 700, 100);

  abstract Databases databases();

  @Test
  void a_database_has_the_requested_sizes() throws SQLException {
    try (SeededDatabase database = databases().create("full", SIZES)) {
      assertThat(count(database, "users")).isEqualTo(7);
      assertThat(count(database, "notes")).isEqualTo(2_000);
      assertThat(count(database, "videos")).isEqualTo(700);
      assertThat(count(database, "tasks WHERE status = 'pending'")).isEqualTo(100);
      assertThat(count(database, "tasks WHERE task_type = 'fetch_metadata'")).isEqualTo(50);
      assertThat(count(database, "videos WHERE transcript_available")).isEqualTo(650);
      assertThat(count(database, "videos WHERE video_metadata IS NULL")).isEqualTo(50);
      assertThat(count(database, "notes WHERE user_id NOT IN (SELECT id FROM users)")).isZero();
      assertThat(count(database, "notes WHERE video_id NOT IN (SELECT video_id FROM videos)"))
          .isZero();
      assertThat(count(database, "notes WHERE created_at > CURRENT_TIMESTAMP")).isZero();
    }
  }

  @Test
  void an_empty_database_has_the_known_user() throws SQLException {
    try (SeededDatabase database = databases().create("empty", Sizes.EMPTY)) {
      assertThat(count(database, "users WHERE id = 1 AND email = '" + KnownUser.EMAIL + "'"))
          .isEqualTo(1);
      assertThat(count(database, "notes WHERE user_id = 1")).isEqualTo(KnownUser.NOTES);
      assertThat(count(database, "notes WHERE video_id = '" + KnownUser.TEN_NOTES + "'"))
          .isEqualTo(10);
      assertThat(count(database, "videos WHERE title_folded LIKE 'lecture 42 on %'")).isEqualTo(1);
      assertThat(count(database, "videos WHERE video_id = '" + KnownUser.videoId(501) + "'"))
          .isEqualTo(1);
      assertThat(count(database, "tasks")).isZero();
    }
  }

  @Test
  void completed_tasks_can_be_made_pending_again() throws SQLException {
    try (SeededDatabase database = databases().create("full", SIZES);
        Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "UPDATE tasks SET status = 'completed', started_at = created_at,"
              + " completed_at = created_at WHERE task_type = 'fetch_metadata'");
      assertThat(count(database, "tasks WHERE status = 'pending'")).isEqualTo(50);

      database.reopenTasks();

      assertThat(count(database, "tasks WHERE status = 'pending' AND completed_at IS NULL"))
          .isEqualTo(100);
    }
  }

  @Test
  void writes_of_one_run_are_not_visible_in_the_next() throws SQLException {
    for (int run = 0; run < 2; run++) {
      try (SeededDatabase database = databases().create("full", SIZES);
          Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        assertThat(count(database, "tasks")).isEqualTo(100);
        statement.execute("DELETE FROM tasks");
      }
    }
  }

  private static int count(SeededDatabase database, String what) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + what)) {
      row.next();
      return row.getInt(1);
    }
  }
}

package dev.vidwiz.persistence.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.NotedVideos;
import dev.vidwiz.persistence.TestDatabase;
import dev.vidwiz.persistence.TestPostgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two transactions that meet in PostgreSQL: one has run its statement and not ended when the other
 * runs its own. The noted videos are right afterwards, whichever comes first, committed or not.
 */
final class NotedVideosConcurrencyTest {

  private static final String ADD =
      """
      INSERT INTO notes (user_id, video_id, "timestamp", created_at, updated_at)
      VALUES (7, 'video', '0:01', now(), now())
      """;

  private static final String DELETE_OLDEST =
      "DELETE FROM notes WHERE id = (SELECT min(id) FROM notes)";

  private static final String DELETE_NEWEST =
      "DELETE FROM notes WHERE id = (SELECT max(id) FROM notes)";

  private static final String SET_TITLE = "UPDATE videos SET title = 'T', title_folded = 't'";

  private static TestDatabase database;

  @BeforeAll
  static void migrate() {
    database = TestPostgres.createDatabase();
    JdbiStorage.open(database.settings(false)).close();
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @BeforeEach
  void addVideo() {
    database.execute(
        "TRUNCATE videos, notes, conversations, messages, noted_videos, note_usage",
        "INSERT INTO videos (video_id, created_at, updated_at) VALUES ('video', now(), now())");
  }

  static Stream<Arguments> meetings() {
    return Stream.of(
            Arguments.of(0, ADD, ADD),
            Arguments.of(0, ADD, SET_TITLE),
            Arguments.of(0, SET_TITLE, ADD),
            Arguments.of(1, ADD, DELETE_OLDEST),
            Arguments.of(1, DELETE_OLDEST, ADD),
            Arguments.of(1, SET_TITLE, DELETE_OLDEST),
            Arguments.of(1, DELETE_OLDEST, SET_TITLE),
            Arguments.of(2, DELETE_OLDEST, DELETE_NEWEST))
        .flatMap(
            meeting ->
                Stream.of(true, false)
                    .map(
                        commits ->
                            Arguments.of(
                                meeting.get()[0], meeting.get()[1], meeting.get()[2], commits)));
  }

  @ParameterizedTest(name = "{0} notes; {1} and {2}; commits: {3}")
  @MethodSource("meetings")
  void keep_noted_videos_consistent(int notes, String first, String second, boolean commits)
      throws Exception {
    for (int i = 0; i < notes; i++) {
      database.execute(ADD);
    }
    try (Connection one = database.connect();
        Connection other = database.connect();
        Connection watching = database.connect();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      one.setAutoCommit(false);
      one.createStatement().execute(first);

      int process = process(other);
      Future<?> meeting = threads.submit(() -> other.createStatement().execute(second));
      while (!meeting.isDone() && !waits(watching, process)) {
        Thread.onSpinWait();
      }
      if (commits) {
        one.commit();
      } else {
        one.rollback();
      }
      meeting.get();

      assertThat(NotedVideos.differences(watching)).isEmpty();
    }
  }

  private static int process(Connection connection) throws SQLException {
    try (ResultSet row =
        connection.createStatement().executeQuery("SELECT pg_backend_pid() AS process")) {
      row.next();
      return row.getInt("process");
    }
  }

  private static boolean waits(Connection watching, int process) throws SQLException {
    try (PreparedStatement statement =
        watching.prepareStatement("SELECT cardinality(pg_blocking_pids(?)) > 0 AS waits")) {
      statement.setInt(1, process);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean("waits");
      }
    }
  }
}

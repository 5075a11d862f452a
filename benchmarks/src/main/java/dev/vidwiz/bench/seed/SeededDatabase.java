package dev.vidwiz.bench.seed;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A filled database, for one server at a time. Closing removes it. */
public interface SeededDatabase extends AutoCloseable {

  /** Returns the initial numbers of rows. */
  Sizes sizes();

  /** Returns the settings with which a server uses it. */
  Map<String, String> settings();

  /** Opens a direct connection. */
  Connection connect() throws SQLException;

  /** Makes all completed tasks pending again. */
  default void reopenTasks() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          UPDATE tasks
          SET status = 'pending', retry_count = 0, worker_details = '{}', started_at = NULL,
              completed_at = NULL
          WHERE status = 'completed'
          """);
    }
  }

  @Override
  void close();
}

package dev.vidwiz.persistence.postgres;

import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/** Opens connections outside the pool, and waits while the server has none to give. */
final class DirectConnections {

  private static final System.Logger LOG = System.getLogger(DirectConnections.class.getName());
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private DirectConnections() {}

  /**
   * Opens a connection, which the caller closes.
   *
   * @param properties those of the driver, without effect on another program's pool
   * @throws SQLException when the server cannot be reached, refuses the user, or has no connection
   *     to give for ten seconds
   */
  static Connection open(DatabaseSettings.OnServer settings, Properties properties)
      throws SQLException {
    long end = System.nanoTime() + TIMEOUT.toNanos();
    boolean told = false;
    while (true) {
      try {
        return openAtOnce(settings, properties);
      } catch (SQLException e) {
        if (!SqlState.NO_CONNECTION_YET.isReasonOf(e) || System.nanoTime() >= end) {
          throw e;
        }
        if (!told) {
          told = true;
          LOG.log(
              Level.WARNING,
              "waiting for a connection to PostgreSQL, of which DB_POOL_SIZE + 1 = {0} are needed:"
                  + " {1}",
              settings.poolSize() + 1,
              e.getMessage());
        }
        pause();
      }
    }
  }

  /**
   * Does the same without waiting.
   *
   * @throws SQLException when the server cannot be reached, refuses the user, or has no connection
   *     to give
   */
  static Connection openAtOnce(DatabaseSettings.OnServer settings, Properties properties)
      throws SQLException {
    Connection connection =
        switch (settings) {
          case DatabaseSettings.Postgres server ->
              DriverManager.getConnection(server.jdbcUrl(), properties);
          case DatabaseSettings.Pool pool -> BorrowedConnection.forLong(pool);
        };
    if (settings.listen() && settings instanceof DatabaseSettings.Postgres) {
      try {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    }
    return connection;
  }

  private static void pause() throws SQLException {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while waiting for a connection", e);
    }
  }
}

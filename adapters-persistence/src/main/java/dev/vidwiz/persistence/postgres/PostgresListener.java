package dev.vidwiz.persistence.postgres;

import dev.vidwiz.application.failure.FailureLog;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Receives the notifications of a channel, on a separate connection and thread. A lost connection
 * is replaced; notifications meanwhile are lost.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-listen.html">LISTEN</a>
 */
public final class PostgresListener implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(PostgresListener.class.getName());
  private static final FailureLog FAILURES = new FailureLog(PostgresListener.class);

  private static final Duration QUIET = Duration.ofSeconds(10);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration MAX_PAUSE = Duration.ofSeconds(10);
  private static final Duration CLOSING_TIMEOUT = Duration.ofSeconds(5);

  private final DatabaseSettings.OnServer settings;
  private final String channel;
  private final Consumer<String> received;
  private final Runnable reconnected;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Starts to listen.
   *
   * @param received called with the payload of each notification
   * @param reconnected called when notifications may have been lost
   * @throws StorageException when the server cannot be reached
   */
  public PostgresListener(
      DatabaseSettings.OnServer settings,
      String channel,
      Consumer<String> received,
      Runnable reconnected) {
    this.settings = settings;
    this.channel = channel;
    this.received = received;
    this.reconnected = reconnected;
    Connection first;
    try {
      first = listening(DirectConnections.open(settings, PostgresProperties.of(settings)), channel);
    } catch (SQLException e) {
      throw StorageException.unavailable("cannot listen to PostgreSQL", e);
    }
    this.thread = Thread.ofVirtual().name("postgres-listener").start(() -> listen(first));
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(CLOSING_TIMEOUT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen(Connection first) {
    Connection connection = first;
    while (!closed) {
      try (Connection current = connection) {
        receive(current);
      } catch (SQLException e) {
        if (closed) {
          return;
        }
        LOG.log(Level.DEBUG, "Lost the connection that listens to signals", e);
      }
      try {
        connection = reconnect();
      } catch (InterruptedException e) {
        return;
      }
      reconnected.run();
    }
  }

  private void receive(Connection connection) throws SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    while (!closed) {
      PGNotification[] notifications = postgres.getNotifications((int) QUIET.toMillis());
      for (PGNotification notification : notifications) {
        received.accept(notification.getParameter());
      }
      if (notifications.length == 0) {
        // Only a query shows that the connection is alive.
        execute(connection, "SELECT 1");
      }
    }
  }

  private Connection reconnect() throws InterruptedException {
    Duration pause = FIRST_PAUSE;
    while (true) {
      Thread.sleep(ThreadLocalRandom.current().nextLong(pause.toMillis()) + 1);
      try {
        Connection connection =
            listening(
                DirectConnections.openAtOnce(settings, PostgresProperties.of(settings)), channel);
        FAILURES.worked("signals from other servers are received again");
        return connection;
      } catch (SQLException e) {
        FAILURES.failed("cannot listen to signals; polling replaces them", failure(e));
      }
      pause = pause.multipliedBy(2);
      pause = pause.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : pause;
    }
  }

  /** A server that cannot be reached is an outage, one that refuses only this connection is not. */
  private static StorageException failure(SQLException e) {
    return Outage.isSign(e)
        ? StorageException.unavailable("PostgreSQL cannot be reached", e)
        : StorageException.broken("PostgreSQL refuses the connection", e);
  }

  private static Connection listening(Connection connection, String channel) throws SQLException {
    boolean listening = false;
    try {
      execute(connection, "LISTEN " + channel);
      listening = true;
      return connection;
    } finally {
      if (!listening) {
        connection.close();
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

package dev.vidwiz.persistence.signal;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.DatabaseSettings;
import dev.vidwiz.persistence.database.PostgresProperties;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Receives the signals of other servers, over a connection and on a thread of its own. A lost
 * connection is replaced, and the listeners are told that they may have missed something.
 */
public final class PostgresListener implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(PostgresListener.class.getName());
  private static final Duration QUIET = Duration.ofSeconds(10);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final Duration CLOSING_PATIENCE = Duration.ofSeconds(5);

  private final DatabaseSettings.Postgres settings;
  private final PostgresSignals signals;
  private final Thread thread;
  private volatile boolean closed;

  private PostgresListener(
      DatabaseSettings.Postgres settings, PostgresSignals signals, Connection first) {
    this.settings = settings;
    this.signals = signals;
    this.thread = Thread.ofVirtual().name("postgres-listener").unstarted(() -> listen(first));
  }

  /**
   * Listens from now on, until it is closed.
   *
   * @throws StorageException when the server cannot be reached
   */
  public static PostgresListener start(
      DatabaseSettings.Postgres settings, PostgresSignals signals) {
    try {
      PostgresListener listener = new PostgresListener(settings, signals, connect(settings));
      listener.thread.start();
      return listener;
    } catch (SQLException e) {
      throw StorageException.unavailable("PostgreSQL cannot be listened to", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(CLOSING_PATIENCE);
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
        LOG.log(Level.WARNING, "Lost the connection that listens to signals", e);
      }
      try {
        connection = reconnect();
      } catch (InterruptedException e) {
        return;
      }
      signals.reconnected();
    }
  }

  private void receive(Connection connection) throws SQLException {
    PGConnection postgres = connection.unwrap(PGConnection.class);
    while (!closed) {
      PGNotification[] notifications = postgres.getNotifications((int) QUIET.toMillis());
      for (PGNotification notification : notifications) {
        signals.receive(notification.getParameter());
      }
      if (notifications.length == 0) {
        // Only a question shows that the other end is still there.
        execute(connection, "SELECT 1");
      }
    }
  }

  private Connection reconnect() throws InterruptedException {
    Duration pause = FIRST_PAUSE;
    while (true) {
      Thread.sleep(ThreadLocalRandom.current().nextLong(pause.toMillis()) + 1);
      try {
        return connect(settings);
      } catch (SQLException e) {
        LOG.log(Level.DEBUG, "Cannot listen to signals yet", e);
      }
      pause = pause.multipliedBy(2);
      pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
  }

  private static Connection connect(DatabaseSettings.Postgres settings) throws SQLException {
    Connection connection =
        DriverManager.getConnection(settings.jdbcUrl(), PostgresProperties.of(settings));
    boolean listening = false;
    try {
      execute(connection, "LISTEN " + PostgresSignals.CHANNEL);
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

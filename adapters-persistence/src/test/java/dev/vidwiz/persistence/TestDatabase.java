package dev.vidwiz.persistence;

import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A database for one test class; closing drops it. */
public final class TestDatabase implements AutoCloseable {

  /** How many connections a storage in it uses. */
  public static final int POOL_SIZE = 4;

  private static final String WAITING =
      """
      SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
      """;

  private final PostgresServer server;
  private final String name;

  TestDatabase(PostgresServer server, String name) {
    this.server = server;
    this.name = name;
  }

  /** Returns the address as DB_URL has it, with user and password. */
  public String url() {
    return url(server.host(), server.port());
  }

  /** Returns the address of it behind a proxy. */
  public String url(String host, int port) {
    return "postgresql://%s:%s@%s:%d/%s"
        .formatted(server.user(), server.password(), host, port, name);
  }

  /** Returns how to open it with a small pool. */
  public DatabaseSettings.Postgres settings(boolean listen) {
    return settings(server.host(), server.port(), listen);
  }

  /** Returns how to open it by way of another address, a proxy's. */
  public DatabaseSettings.Postgres settings(String host, int port, boolean listen) {
    String jdbcUrl = "jdbc:postgresql://%s:%d/%s".formatted(host, port, name);
    return new DatabaseSettings.Postgres(
        jdbcUrl, server.user(), server.password(), POOL_SIZE, listen);
  }

  /** Returns the name or address of the server. */
  public String host() {
    return server.host();
  }

  /** Returns the port of the server. */
  public int port() {
    return server.port();
  }

  /** Runs statements over a connection of its own. */
  public void execute(String... statements) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Waits until a statement waits for a lock. */
  public void awaitLockWait() throws SQLException {
    try (Connection observer = connect();
        Statement statement = observer.createStatement()) {
      boolean waits = false;
      while (!waits) {
        try (ResultSet waiting = statement.executeQuery(WAITING)) {
          waits = waiting.next();
        }
      }
    }
  }

  /** Opens a connection, which the caller closes. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(name), server.user(), server.password());
  }

  @Override
  public void close() {
    TestPostgres.drop(server, name);
  }
}

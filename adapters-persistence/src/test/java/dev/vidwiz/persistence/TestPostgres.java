package dev.vidwiz.persistence;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL server for tests, one for each JVM, and databases of their own in it. The server is
 * what TEST_DATABASE_URL names, else a container where a Docker daemon answers, else an embedded
 * one.
 */
public final class TestPostgres {

  private static final AtomicInteger COUNTER = new AtomicInteger();

  private TestPostgres() {}

  /** Creates an empty database. */
  public static TestDatabase createDatabase() {
    PostgresServer server = PostgresServer.RUNNING.get();
    String name = "test_%d_%d".formatted(ProcessHandle.current().pid(), COUNTER.incrementAndGet());
    execute(server, "CREATE DATABASE " + name);
    return new TestDatabase(server, name);
  }

  static void drop(PostgresServer server, String name) {
    execute(server, "DROP DATABASE " + name + " WITH (FORCE)");
  }

  private static void execute(PostgresServer server, String sql) {
    try (Connection connection =
            DriverManager.getConnection(
                server.jdbcUrl(server.database()), server.user(), server.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the test server does not do: " + sql, e);
    }
  }
}

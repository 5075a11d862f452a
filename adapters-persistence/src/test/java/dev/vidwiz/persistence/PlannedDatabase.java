package dev.vidwiz.persistence;

import dev.vidwiz.persistence.database.Connections;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.postgres.PostgresConnections;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.persistence.sqlite.SqliteConnections;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Collectors;

/** A database that is asked how it would do its work, rather than to do it. */
public final class PlannedDatabase implements AutoCloseable {

  /** A connection of its own, which waits for however long the database takes. */
  private interface Connecting {
    Connection open() throws SQLException;
  }

  private final EmptyDatabase.Kind kind;
  private final Connections connections;
  private final JdbiTransactions transactions;
  private final String explain;
  private final String time;
  private final Connecting filling;
  private final Runnable closing;

  private PlannedDatabase(
      EmptyDatabase.Kind kind,
      Connections connections,
      String explain,
      String time,
      Connecting filling,
      Runnable closing) {
    this.kind = kind;
    this.connections = connections;
    this.transactions = new JdbiTransactions(connections);
    this.explain = explain;
    this.time = time;
    this.filling = filling;
    this.closing = closing;
  }

  /** A new SQLite file. */
  public static PlannedDatabase sqlite(Path folder) {
    Path file = folder.resolve("vidwiz.db");
    JdbiStorage.open(new DatabaseSettings.Sqlite(file)).close();
    return new PlannedDatabase(
        EmptyDatabase.Kind.SQLITE,
        new SqliteConnections(file),
        "EXPLAIN QUERY PLAN ",
        "strftime('%Y-%m-%d %H:%M:%f000', '2026-01-01', i || ' seconds')",
        () -> DriverManager.getConnection("jdbc:sqlite:" + file),
        () -> {});
  }

  /** A new PostgreSQL database. */
  public static PlannedDatabase postgres() {
    TestDatabase database = TestPostgres.createDatabase();
    JdbiStorage.open(database.settings(false)).close();
    return new PlannedDatabase(
        EmptyDatabase.Kind.POSTGRESQL,
        new PostgresConnections(database.settings(false)),
        "EXPLAIN ",
        "TIMESTAMPTZ '2026-01-01 00:00:00Z' + i * INTERVAL '1 second'",
        database::connect,
        database::close);
  }

  /** Returns what it is, for statements that are not the same in both. */
  public EmptyDatabase.Kind kind() {
    return kind;
  }

  /**
   * Adds many rows: a SELECT from numbers, in which {@code i} is the number and {@code <time>} a
   * time that grows with it.
   */
  public void fill(int rows, String insert) {
    execute(
        insert.replace("<time>", time)
            + " FROM (WITH RECURSIVE n(i) AS (SELECT CAST(1 AS bigint) UNION ALL"
            + " SELECT i + 1 FROM n WHERE i < "
            + rows
            + ") SELECT i FROM n) AS numbers");
  }

  /** Lets PostgreSQL count its rows, as it does by itself after a while; SQLite never does. */
  public void settle() {
    if (kind == EmptyDatabase.Kind.POSTGRESQL) {
      execute("ANALYZE");
    }
  }

  private void execute(String sql) {
    try (Connection connection = filling.open();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the plan in the database's own words. */
  public String plan(String sql, Map<String, ?> arguments) {
    return transactions.write(
        handle ->
            handle
                .createQuery(explain + sql)
                .bindMap(arguments)
                .map((row, context) -> row.getString(row.getMetaData().getColumnCount()))
                .collect(Collectors.joining("\n")));
  }

  @Override
  public String toString() {
    return kind.toString();
  }

  @Override
  public void close() {
    connections.close();
    closing.run();
  }
}

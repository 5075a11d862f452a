package dev.vidwiz.persistence;

import dev.vidwiz.persistence.database.Connections;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.postgres.PostgresConnections;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.persistence.sqlite.SqliteConnections;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A database that is asked how it would do its work, rather than to do it. */
public final class PlannedDatabase implements AutoCloseable {

  private static final int ROWS_AT_ONCE = 5_000;

  private final Connections connections;
  private final JdbiTransactions transactions;
  private final String explain;
  private final String time;
  private final Consumer<JdbiTransactions> settling;
  private final Runnable closing;

  private PlannedDatabase(
      Connections connections,
      String explain,
      String time,
      Consumer<JdbiTransactions> settling,
      Runnable closing) {
    this.connections = connections;
    this.transactions = new JdbiTransactions(connections);
    this.explain = explain;
    this.time = time;
    this.settling = settling;
    this.closing = closing;
  }

  /** A new SQLite file. */
  public static PlannedDatabase sqlite(Path folder) {
    Path file = folder.resolve("vidwiz.db");
    JdbiStorage.open(new DatabaseSettings.Sqlite(file)).close();
    return new PlannedDatabase(
        new SqliteConnections(file),
        "EXPLAIN QUERY PLAN ",
        "strftime('%Y-%m-%d %H:%M:%f000', '2026-01-01', i || ' seconds')",
        transactions -> {},
        () -> {});
  }

  /** A new PostgreSQL database. */
  public static PlannedDatabase postgres() {
    TestDatabase database = TestPostgres.createDatabase();
    JdbiStorage.open(database.settings(false)).close();
    return new PlannedDatabase(
        new PostgresConnections(database.settings(false)),
        "EXPLAIN ",
        "TIMESTAMPTZ '2026-01-01 00:00:00Z' + i * INTERVAL '1 second'",
        transactions -> transactions.write(handle -> handle.execute("ANALYZE")),
        database::close);
  }

  /**
   * Adds many rows: a SELECT from numbers, in which {@code i} is the number and {@code <time>} a
   * time that grows with it.
   */
  public void fill(int rows, String insert) {
    String numbered =
        insert.replace("<time>", time)
            + " FROM (WITH RECURSIVE n(i) AS (SELECT CAST(:first AS bigint) UNION ALL"
            + " SELECT i + 1 FROM n WHERE i < :last) SELECT i FROM n) AS numbers";
    // By and by: connections of the pool are cut when an answer takes too long.
    for (int first = 1; first <= rows; first += ROWS_AT_ONCE) {
      int from = first;
      int to = Math.min(rows, first + ROWS_AT_ONCE - 1);
      transactions.write(
          handle -> handle.createUpdate(numbered).bind("first", from).bind("last", to).execute());
    }
  }

  /** Lets PostgreSQL count its rows, as it does by itself after a while; SQLite never does. */
  public void settle() {
    settling.accept(transactions);
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
  public void close() {
    connections.close();
    closing.run();
  }
}

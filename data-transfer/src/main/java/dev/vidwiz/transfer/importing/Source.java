package dev.vidwiz.transfer.importing;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.persistence.settings.ForeignSchemaException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * A read-only connection to any database. Every method throws a {@link StorageException} when the
 * database fails. Not thread-safe.
 */
abstract sealed class Source implements AutoCloseable permits SqliteSource, PostgresSource {

  /** The table of migrations, which no old server has. */
  static final String HISTORY_TABLE = "flyway_schema_history";

  private final Handle handle;

  Source(Handle handle) {
    this.handle = handle;
  }

  static Source open(DatabaseSettings settings) {
    return switch (settings) {
      case DatabaseSettings.Sqlite(Path file) -> SqliteSource.open(file);
      case DatabaseSettings.Postgres postgres -> PostgresSource.open(postgres);
    };
  }

  /**
   * Returns whether a database has the tables of this program.
   *
   * @throws ForeignSchemaException when it has those of an old server
   */
  static boolean hasCurrentTables(DatabaseSettings settings) {
    try (Source source = open(settings)) {
      Set<String> tables = source.tables();
      if (tables.contains(HISTORY_TABLE)) {
        return true;
      }
      for (OldTable table : OldTable.ALL) {
        if (tables.contains(table.name())) {
          throw new ForeignSchemaException("the database holds the tables of an older server");
        }
      }
      return false;
    }
  }

  /** Returns the names of the tables. */
  abstract Set<String> tables();

  /** Returns the names of the columns of a table; empty if it does not exist. */
  abstract Set<String> columns(String table);

  /** Returns the column that rows are sorted by: an integer, unique in its table. */
  abstract String position();

  /** Returns the expression that selects a column as text. */
  abstract String selected(String column);

  /** Returns a value of the result as text. */
  abstract @Nullable String text(ResultSet rows, int column) throws SQLException;

  /** Returns the number of rows in a table. */
  final long count(String table) {
    return number("SELECT count(*) FROM " + table);
  }

  /** Returns the highest position in a table up to {@code bound}, or 0. */
  final long highestPosition(String table, long bound) {
    return number(
        "SELECT COALESCE(max(%s), 0) FROM %s WHERE %1$s <= %d".formatted(position(), table, bound));
  }

  /** Returns the next rows after a position, at most {@code limit}. */
  final List<OldRow> next(String table, List<String> columns, long after, int limit) {
    String selected = columns.stream().map(this::selected).collect(Collectors.joining(", "));
    String sql =
        "SELECT %s, %s FROM %s WHERE %1$s > ? ORDER BY 1 LIMIT ?"
            .formatted(position(), selected, table);
    return read(
        () ->
            handle
                .createQuery(sql)
                .bind(0, after)
                .bind(1, limit)
                .map((rows, context) -> row(rows, columns))
                .list());
  }

  /** Returns the first column of a query's result. */
  final Set<String> names(String sql, String... arguments) {
    return read(
        () -> {
          Query query = handle.createQuery(sql);
          for (int i = 0; i < arguments.length; i++) {
            query.bind(i, arguments[i]);
          }
          return query.mapTo(String.class).collectIntoSet();
        });
  }

  @Override
  public final void close() {
    try (handle) {
      if (handle.isInTransaction()) {
        handle.rollback();
      }
    } catch (JdbiException e) {
      // Nothing was written that could be lost.
    }
  }

  private long number(String sql) {
    return read(() -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  private OldRow row(ResultSet rows, List<String> names) throws SQLException {
    Map<String, @Nullable String> values = HashMap.newHashMap(names.size());
    for (int i = 0; i < names.size(); i++) {
      values.put(names.get(i), text(rows, i + 2));
    }
    return new OldRow(rows.getLong(1), values);
  }

  /** Translates the failures of a query or of the connection. */
  static <T> T read(Supplier<T> work) {
    try {
      return work.get();
    } catch (JdbiException e) {
      throw StorageException.unavailable("the old database cannot be read", e);
    }
  }
}

package dev.vidwiz.transfer.importing;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.DatabaseSettings;
import dev.vidwiz.persistence.ForeignSchemaException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A database that is read and cannot be changed over this connection. For one thread. */
abstract sealed class Source implements AutoCloseable permits SqliteSource, PostgresSource {

  /** The table that no Python server has. */
  static final String OURS = "flyway_schema_history";

  private final Connection connection;

  Source(Connection connection) {
    this.connection = connection;
  }

  /**
   * Connects.
   *
   * @throws StorageException when the database cannot be reached
   */
  static Source open(DatabaseSettings settings) {
    return switch (settings) {
      case DatabaseSettings.Sqlite(Path file) -> SqliteSource.open(file);
      case DatabaseSettings.Postgres postgres -> PostgresSource.open(postgres);
    };
  }

  /**
   * Tells whether a database has the tables of this VidWiz.
   *
   * @throws ForeignSchemaException when it has a Python server's
   */
  static boolean isOurs(DatabaseSettings settings) {
    try (Source source = open(settings)) {
      Set<String> tables = source.tables();
      if (tables.contains(OURS)) {
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

  /** Returns the names of the columns of a table; none when there is no such table. */
  abstract Set<String> columns(String table);

  /** Returns what rows are read in the order of, a whole number that each has one of. */
  abstract String position();

  /** Returns a column as it is to be selected, so that it comes as text. */
  abstract String selected(String column);

  /** Returns a value of the result. */
  abstract @Nullable String text(ResultSet rows, int column) throws SQLException;

  /** Returns how many rows there are in a table. */
  final long count(String table) {
    return number("SELECT count(*) FROM " + table);
  }

  /** Returns the highest position up to a bound in a table, 0 when there is none. */
  final long highestPosition(String table, long bound) {
    return number(
        "SELECT COALESCE(max(%s), 0) FROM %s WHERE %1$s <= %d".formatted(position(), table, bound));
  }

  /** Returns the rows that come next, at most {@code limit}. */
  final List<OldRow> next(String table, Collection<String> columns, long after, int limit) {
    List<String> names = List.copyOf(columns);
    String sql =
        """
        SELECT %s, %s FROM %s WHERE %s > ? ORDER BY 1 LIMIT ?
        """
            .formatted(
                position(),
                names.stream().map(this::selected).collect(Collectors.joining(", ")),
                table,
                position());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, after);
      statement.setInt(2, limit);
      try (ResultSet rows = statement.executeQuery()) {
        List<OldRow> found = new ArrayList<>();
        while (rows.next()) {
          found.add(row(rows, names));
        }
        return found;
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Returns the first column of a query's result. */
  final Set<String> names(String sql, String... arguments) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setString(i + 1, arguments[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        Set<String> found = new LinkedHashSet<>();
        while (rows.next()) {
          found.add(rows.getString(1));
        }
        return found;
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private long number(String sql) {
    return Long.parseLong(names(sql).iterator().next());
  }

  @Override
  public final void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // Nothing was changed that could be lost.
    }
  }

  private OldRow row(ResultSet rows, List<String> names) throws SQLException {
    Map<String, @Nullable String> values = HashMap.newHashMap(names.size());
    for (int i = 0; i < names.size(); i++) {
      values.put(names.get(i), text(rows, i + 2));
    }
    return new OldRow(rows.getLong(1), values);
  }

  /** Returns what to throw when the database refuses to be read. */
  static StorageException failure(SQLException reason) {
    return StorageException.unavailable("the old database cannot be read", reason);
  }
}

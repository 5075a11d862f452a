package dev.vidwiz.transfer.table;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.migration.Migrations;
import dev.vidwiz.persistence.migration.SchemaHistory;
import dev.vidwiz.persistence.postgres.PostgresDedicatedConnection;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.persistence.sqlite.SqliteDedicatedConnection;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a database for bulk work on its tables, without limits on the time of a
 * statement. A failed transaction throws a {@link StorageException}. Not thread-safe.
 */
public abstract sealed class DatabaseSession implements AutoCloseable
    permits SqliteSession, PostgresSession {

  /** Small, because a row can be as large as a transcript. */
  private static final int FETCH_SIZE = 32;

  private final Handle handle;
  private final SchemaHistory history;
  private final String kind;
  private final String textOrder;

  /**
   * Takes the connection.
   *
   * @param textOrder the collation clause that sorts texts by code points
   */
  DatabaseSession(Handle handle, SchemaHistory history, String kind, String textOrder) {
    this.handle = handle;
    this.history = history;
    this.kind = kind;
    this.textOrder = textOrder;
  }

  /**
   * Connects to a database that exists; its tables are not migrated.
   *
   * @throws StorageException when the database cannot be opened
   */
  public static DatabaseSession open(DatabaseSettings settings) {
    return switch (settings) {
      case DatabaseSettings.Sqlite(Path file) ->
          new SqliteSession(SqliteDedicatedConnection.open(file));
      case DatabaseSettings.OnServer postgres ->
          new PostgresSession(PostgresDedicatedConnection.open(postgres, Duration.ZERO));
    };
  }

  /** Returns {@code sqlite} or {@code postgresql}. */
  public final String kind() {
    return kind;
  }

  /** Returns the connection. */
  public final Handle handle() {
    return handle;
  }

  /** Runs {@code work}, which only reads, on one snapshot; others can write meanwhile. */
  public final <T> T snapshot(Supplier<T> work) {
    return translated(() -> inSnapshot(work));
  }

  /**
   * Runs {@code work} in a transaction that locks out all other writers; rolls back if it throws.
   */
  public final <T> T transaction(Supplier<T> work) {
    return translated(() -> withLock(work));
  }

  /**
   * Checks that the tables have the version that this program works with.
   *
   * @throws StorageException when they have another version; the message says what to do
   */
  public final void requireCurrentSchema() {
    int found = requireTables();
    if (found > Migrations.newest()) {
      throw StorageException.broken(
          "it has version %d of the tables, and this VidWiz works with version %d: it would leave out"
                  .formatted(found, Migrations.newest())
              + " what is new. Use the newer VidWiz for this, beside this one if need be",
          null);
    }
  }

  /**
   * Checks that there are tables of this version or a newer one.
   *
   * @return the version
   * @throws StorageException when there are not; the message says what to do
   */
  public final int requireTables() {
    int found;
    try {
      found = history.version(handle);
    } catch (JdbiException e) {
      throw StorageException.broken("the version of its tables cannot be read", e);
    }
    if (found == 0) {
      throw StorageException.broken("it has no tables of VidWiz", null);
    }
    if (found < Migrations.newest()) {
      throw StorageException.broken(
          "it has version %d of the tables, and this VidWiz works with version %d: run vidwiz migrate"
              .formatted(found, Migrations.newest()),
          null);
    }
    return found;
  }

  /** Reads all rows of a table, sorted by its primary key, texts by code points. */
  public final void forEachRow(Table table, Consumer<List<@Nullable Object>> action) {
    handle
        .createQuery(table.select(textOrder))
        .setFetchSize(FETCH_SIZE)
        .map((RowView row) -> values(table, row))
        .forEach(action);
  }

  /** Returns whether a table has no rows. */
  public final boolean isEmpty(Table table) {
    String any = "SELECT EXISTS (SELECT 1 FROM " + table.name() + ")";
    return !handle.createQuery(any).mapTo(Boolean.class).one();
  }

  /** Returns whether a statement failed because a row violates a constraint of the tables. */
  public final boolean isConstraintViolation(JdbiException e) {
    return e.getCause() instanceof SQLException reason && isConstraintViolation(reason);
  }

  abstract boolean isConstraintViolation(SQLException reason);

  /** Returns the number of rows in a table. */
  public final long count(Table table) {
    return handle.createQuery("SELECT count(*) FROM " + table.name()).mapTo(Long.class).one();
  }

  /** Returns about how many rows a table has, without reading it all; 0 if unknown. */
  public abstract long estimate(Table table);

  /** Returns the highest id that the database has ever generated for a table, or 0. */
  public abstract long lastId(Table table);

  /**
   * Makes the database generate ids above {@code lastId} and above those in the table. In
   * PostgreSQL a rollback does not undo this.
   */
  public final void advanceIds(Table table, long lastId) {
    String highest = "SELECT COALESCE(max(id), 0) FROM " + table.name();
    long last = Math.max(lastId, handle.createQuery(highest).mapTo(Long.class).one());
    if (last > lastId(table)) {
      setLastId(table, last);
    }
  }

  abstract void setLastId(Table table, long lastId);

  /** Runs {@code work} in a transaction that reads one snapshot. */
  abstract <T> T inSnapshot(Supplier<T> work);

  /** Runs {@code work} in a transaction that locks out all other writers. */
  abstract <T> T withLock(Supplier<T> work);

  @Override
  public final void close() {
    handle.close();
  }

  private static <T> T translated(Supplier<T> work) {
    try {
      return work.get();
    } catch (JdbiException e) {
      throw StorageException.broken("the database refused a statement", e);
    }
  }

  private static List<@Nullable Object> values(Table table, RowView row) {
    List<@Nullable Object> values = new ArrayList<>(table.columns().size());
    for (Column column : table.columns()) {
      try {
        values.add(column.type().read(row, values.size() + 1));
      } catch (RuntimeException e) {
        String place = table.name() + "." + column.name();
        throw StorageException.broken("the column " + place + " has an unexpected value", e);
      }
    }
    return values;
  }
}

package dev.vidwiz.transfer.table;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.migration.Migrations;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a database for bulk work on its tables, without limits on the time of a
 * statement. A failed transaction throws a {@link StorageException}. Not thread-safe.
 */
public abstract sealed class DatabaseSession implements AutoCloseable
    permits SqliteSession, PostgresSession {

  /** Small, because a row can be as large as a transcript. */
  private static final int FETCH_SIZE = 32;

  private static final String VERSIONS =
      "SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL";

  private final Handle handle;

  DatabaseSession(Handle handle) {
    this.handle = handle;
  }

  /**
   * Connects to a database that exists; its tables are not migrated.
   *
   * @throws StorageException when the database cannot be opened
   */
  public static DatabaseSession open(DatabaseSettings settings) {
    return switch (settings) {
      case DatabaseSettings.Sqlite sqlite -> SqliteSession.open(sqlite);
      case DatabaseSettings.Postgres postgres -> PostgresSession.open(postgres);
    };
  }

  /** Returns {@code sqlite} or {@code postgresql}. */
  public abstract String kind();

  /** Returns the connection. */
  public final Handle handle() {
    return handle;
  }

  /** Runs {@code work}, which only reads, on one snapshot; others can write meanwhile. */
  public final <T> T snapshot(Supplier<T> work) {
    return run(this::beginSnapshot, work);
  }

  /**
   * Runs {@code work} in a transaction that locks out all other writers; rolls back if it throws.
   */
  public final <T> T transaction(Supplier<T> work) {
    return run(this::beginWrite, work);
  }

  /**
   * Checks that the tables have the version that this program works with.
   *
   * @throws StorageException when they have not
   */
  public final void requireCurrentSchema() {
    int found;
    try {
      found =
          handle
              .createQuery(VERSIONS)
              .mapTo(String.class)
              .collect(Collectors.summarizingInt(Integer::parseInt))
              .getMax();
    } catch (JdbiException e) {
      throw StorageException.broken("it holds no tables of VidWiz", e);
    }
    if (found != Migrations.newest()) {
      throw StorageException.broken(
          "it has version %d of the tables, and this VidWiz works with version %d"
              .formatted(found, Migrations.newest()),
          null);
    }
  }

  /** Reads all rows of a table, sorted by its primary key, texts by code points. */
  public final void forEachRow(
      Table table, List<Column> columns, Consumer<List<@Nullable Object>> action) {
    handle
        .createQuery(table.select(columns, textOrder()))
        .setFetchSize(FETCH_SIZE)
        .map(new TableRowMapper(table, columns))
        .forEach(action);
  }

  /** Returns whether a table has no rows. */
  public final boolean isEmpty(Table table) {
    String any = "SELECT EXISTS (SELECT 1 FROM " + table.name() + ")";
    return !handle.createQuery(any).mapTo(Boolean.class).one();
  }

  /** Returns the number of rows in a table. */
  public final long count(Table table) {
    return handle.createQuery("SELECT count(*) FROM " + table.name()).mapTo(Long.class).one();
  }

  /** Returns the highest id that the database has ever generated for a table, or 0. */
  public abstract long lastId(Table table);

  /**
   * Makes the database generate ids above {@code lastId} and above those in the table. In
   * PostgreSQL a rollback does not undo this.
   */
  public final void advanceIds(Table table, long lastId) {
    String greatest = "SELECT COALESCE(max(id), 0) FROM " + table.name();
    long highest = handle.createQuery(greatest).mapTo(Long.class).one();
    long last = Math.max(lastId, highest);
    if (last > lastId(table)) {
      setLastId(table, last);
    }
  }

  abstract void setLastId(Table table, long lastId);

  /** Returns the collation clause that sorts texts by code points. */
  abstract String textOrder();

  abstract void beginSnapshot();

  abstract void beginWrite();

  abstract void commit();

  abstract void rollback();

  @Override
  public final void close() {
    handle.close();
  }

  private <T> T run(Runnable begin, Supplier<T> work) {
    try {
      begin.run();
      boolean done = false;
      try {
        T result = work.get();
        commit();
        done = true;
        return result;
      } finally {
        if (!done) {
          rollbackQuietly();
        }
      }
    } catch (JdbiException e) {
      throw StorageException.broken("the database refused a statement", e);
    }
  }

  /** A lost connection ends the transaction too; the first failure is the one to report. */
  private void rollbackQuietly() {
    try {
      rollback();
    } catch (JdbiException e) {
      handle.close();
    }
  }
}

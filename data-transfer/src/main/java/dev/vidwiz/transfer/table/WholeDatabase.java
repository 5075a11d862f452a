package dev.vidwiz.transfer.table;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.DatabaseSettings;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * A database with all its tables, over one connection that may take its time. What fails is a
 * {@link StorageException}. For one thread.
 */
public abstract sealed class WholeDatabase implements AutoCloseable
    permits WholeSqlite, WholePostgres {

  /** Few, since a row can be as large as a transcript. */
  private static final int FETCHED_AT_ONCE = 32;

  private static final String VERSIONS =
      "SELECT version FROM flyway_schema_history WHERE success AND version IS NOT NULL";

  private final Handle handle;

  WholeDatabase(Handle handle) {
    this.handle = handle;
  }

  /** Connects to a database, whose tables stay as they are. */
  public static WholeDatabase open(DatabaseSettings settings) {
    return switch (settings) {
      case DatabaseSettings.Sqlite sqlite -> WholeSqlite.open(sqlite);
      case DatabaseSettings.Postgres postgres -> WholePostgres.open(postgres);
    };
  }

  /** Returns the name of this kind of database, in lower case. */
  public abstract String kind();

  /** Returns the connection. */
  public final Handle handle() {
    return handle;
  }

  /** Reads everything as it is at one moment, while others go on writing. */
  public final <T> T snapshot(Supplier<T> work) {
    return transaction(this::beginSnapshot, work);
  }

  /** Changes everything or, if the work throws, nothing; others who write wait. */
  public final <T> T change(Supplier<T> work) {
    return transaction(this::beginChange, work);
  }

  /**
   * Makes sure that the tables are those that are described here.
   *
   * @param version the newest that this program makes
   */
  public final void expectSchema(int version) {
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
    if (found != version) {
      throw StorageException.broken(
          "it has version %d of the tables, and this VidWiz works with version %d"
              .formatted(found, version),
          null);
    }
  }

  /** Reads all rows of a table in the order of its key, texts by their code points. */
  public final void forEachRow(
      Table table, List<Column> columns, Consumer<List<@Nullable Object>> action) {
    handle
        .createQuery(table.select(columns, textOrder()))
        .setFetchSize(FETCHED_AT_ONCE)
        .map(new RowReader(table, columns))
        .forEach(action);
  }

  /** Tells whether a table has no rows. */
  public final boolean isEmpty(Table table) {
    String any = "SELECT EXISTS (SELECT 1 FROM " + table.name() + ")";
    return !handle.createQuery(any).mapTo(Boolean.class).one();
  }

  /** Counts the rows of a table. */
  public final long count(Table table) {
    return handle.createQuery("SELECT count(*) FROM " + table.name()).mapTo(Long.class).one();
  }

  /** Returns the greatest id that a numbered table has ever given, or 0. */
  public abstract long lastId(Table table);

  /**
   * Lets a numbered table give new rows ids after {@code lastId} and after those that are there. No
   * transaction undoes that.
   */
  public final void continueIds(Table table, long lastId) {
    String greatest = "SELECT COALESCE(max(id), 0) FROM " + table.name();
    long given = handle.createQuery(greatest).mapTo(Long.class).one();
    long last = Math.max(lastId, given);
    if (last > lastId(table)) {
      setLastId(table, last);
    }
  }

  abstract void setLastId(Table table, long lastId);

  /** Returns what has texts sorted by their code points. */
  abstract String textOrder();

  abstract void beginSnapshot();

  abstract void beginChange();

  abstract void commit();

  abstract void rollback();

  @Override
  public final void close() {
    handle.close();
  }

  private <T> T transaction(Runnable begin, Supplier<T> work) {
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

  /** A connection that is lost takes the transaction with it; the reason is what matters. */
  private void rollbackQuietly() {
    try {
      rollback();
    } catch (JdbiException e) {
      handle.close();
    }
  }
}

package dev.vidwiz.transfer.importing;

import static java.util.stream.Collectors.joining;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.postgres.PostgresDedicatedConnection;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * A read-only connection to any database. Every method throws a {@link StorageException} when the
 * database fails. Not thread-safe.
 */
final class Source implements AutoCloseable {

  /** Long, because it takes time to count many rows. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(2);

  /** Limits set by an administrator are meant for requests, not for bulk work. */
  private static final String SNAPSHOT =
      """
      SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;
      SET LOCAL TIME ZONE 'UTC';
      SET LOCAL statement_timeout = 0;
      SET LOCAL idle_in_transaction_session_timeout = 0
      """;

  /** The driver's value of SQLITE_OPEN_READONLY. */
  private static final String READ_ONLY = "1";

  private final SourceKind kind;
  private final Handle handle;

  private Source(SourceKind kind, Handle handle) {
    this.kind = kind;
    this.handle = handle;
    handle.registerColumnMapper(String.class, (row, column, context) -> OldText.read(row, column));
  }

  static Source open(DatabaseSettings settings) {
    return switch (settings) {
      case DatabaseSettings.Sqlite(Path file) -> new Source(SourceKind.SQLITE, sqlite(file));
      case DatabaseSettings.OnServer postgres ->
          new Source(SourceKind.POSTGRESQL, postgres(postgres));
    };
  }

  /** Returns the names of the tables. */
  Set<String> tables() {
    return read(() -> handle.select(kind.tables).mapTo(String.class).collectIntoSet());
  }

  /** Returns the names of the columns of a table; empty if it does not exist. */
  Set<String> columns(String table) {
    return read(() -> handle.select(kind.columns, table).mapTo(String.class).collectIntoSet());
  }

  /** Returns the number of rows in a table. */
  long count(String table) {
    return number("SELECT count(*) FROM " + table);
  }

  /** Returns the highest position in a table up to {@code bound}, or 0. */
  long highestPosition(String table, long bound) {
    return number(
        "SELECT COALESCE(max(%s), 0) FROM %s WHERE %1$s <= %d"
            .formatted(kind.position, table, bound));
  }

  /** Returns the next rows after a position, at most {@code limit}. */
  List<RowReader> next(String table, List<String> columns, long after, int limit) {
    String sql =
        "SELECT %s AS position, %s FROM %s WHERE %1$s > ? ORDER BY 1 LIMIT ?"
            .formatted(
                kind.position, columns.stream().map(kind::selected).collect(joining(", ")), table);
    return read(
        () ->
            handle.select(sql, after, limit).mapToMap(String.class).stream()
                .map(RowReader::new)
                .toList());
  }

  @Override
  public void close() {
    try (handle) {
      if (handle.isInTransaction()) {
        handle.rollback();
      }
    } catch (JdbiException e) {
      // Nothing was written that could be lost.
    }
  }

  /** Without a transaction, which in SQLite's default mode keeps the old server from writing. */
  private static Handle sqlite(Path file) {
    if (!Files.isRegularFile(file)) {
      throw StorageException.unavailable("there is no file " + file, null);
    }
    Properties properties = new Properties();
    properties.setProperty("open_mode", READ_ONLY);
    properties.setProperty("busy_timeout", "10000");
    return read(() -> Jdbi.open("jdbc:sqlite:" + file, properties));
  }

  private static Handle postgres(DatabaseSettings.OnServer settings) {
    Handle handle = PostgresDedicatedConnection.open(settings, ANSWER_TIMEOUT);
    try {
      read(() -> handle.begin().execute(SNAPSHOT));
      return handle;
    } catch (StorageException e) {
      handle.close();
      throw e;
    }
  }

  private long number(String sql) {
    return read(() -> handle.select(sql).mapTo(Long.class).one());
  }

  /** Translates the failures of a query or of the connection. */
  private static <T> T read(Supplier<T> work) {
    try {
      return work.get();
    } catch (JdbiException e) {
      throw StorageException.unavailable("the old database cannot be read", e);
    }
  }
}

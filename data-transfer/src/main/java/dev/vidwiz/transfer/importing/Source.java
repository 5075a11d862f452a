package dev.vidwiz.transfer.importing;

import static java.util.stream.Collectors.joining;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.postgres.PostgresDedicatedConnection;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jspecify.annotations.Nullable;

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

  private static final String LIMIT = "SET LOCAL statement_timeout = '60s'";

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

  /** Returns all columns of all tables that store values. */
  List<SourceColumn> catalog() {
    return read(
        () ->
            handle
                .select(kind.catalog)
                .map(
                    (row, context) ->
                        new SourceColumn(
                            row.getString("table_name"),
                            row.getString("column_name"),
                            row.getString("type"),
                            row.getString("default_value")))
                .list());
  }

  /** Returns the expression that counts the values that are neither null nor the default. */
  String countOf(SourceColumn column) {
    return kind.countOf(column);
  }

  /** Makes a PostgreSQL server end statements that take long, rather than the connection. */
  void limitWaiting() {
    if (handle.isInTransaction()) {
      read(() -> handle.execute(LIMIT));
    }
  }

  /** Returns the numbers in the only row of a query; empty if the query fails. */
  Optional<List<Long>> tryNumbers(String sql, int columns) {
    try {
      return Optional.of(read(() -> savingTransaction(() -> numbers(sql, columns))));
    } catch (StorageException e) {
      return Optional.empty();
    }
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
  @SuppressWarnings("NullAway") // JDBI's type does not say that values may be null.
  List<Map<String, @Nullable String>> next(
      String table, List<String> columns, long after, int limit) {
    String sql =
        "SELECT %s AS position, %s FROM %s WHERE %1$s > ? ORDER BY 1 LIMIT ?"
            .formatted(
                kind.position, columns.stream().map(kind::selected).collect(joining(", ")), table);
    return read(() -> handle.select(sql, after, limit).mapToMap(String.class).list());
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

  private List<Long> numbers(String sql, int columns) {
    return handle
        .createQuery(sql)
        .setTemplateEngine(TemplateEngine.NOP)
        .map(
            (row, context) -> {
              List<Long> numbers = new ArrayList<>(columns);
              for (int i = 1; i <= columns; i++) {
                numbers.add(row.getLong(i));
              }
              return numbers;
            })
        .one();
  }

  /** In PostgreSQL, a failed statement would fail the rest of the transaction, too. */
  private <T> T savingTransaction(Supplier<T> work) {
    if (!handle.isInTransaction()) {
      return work.get();
    }
    handle.savepoint("before");
    try {
      return work.get();
    } catch (JdbiException e) {
      handle.rollbackToSavepoint("before");
      throw e;
    } finally {
      handle.releaseSavepoint("before");
    }
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

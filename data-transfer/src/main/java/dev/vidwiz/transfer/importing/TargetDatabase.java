package dev.vidwiz.transfer.importing;

import static java.util.stream.Collectors.toMap;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.postgres.SqlState;
import dev.vidwiz.transfer.table.DatabaseSession;
import dev.vidwiz.transfer.table.Table;
import dev.vidwiz.transfer.table.TableWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** The database to import into. Not thread-safe. */
final class TargetDatabase implements AutoCloseable {

  private static final int MAX_ATTEMPTS = 5;

  /** Result codes: SQLITE_TOOBIG, SQLITE_CONSTRAINT, SQLITE_MISMATCH. */
  private static final Set<Integer> SQLITE_DATA_ERRORS = Set.of(18, 19, 20);

  private final @Nullable DatabaseSession database;
  private final boolean dryRun;

  /**
   * Wraps a database.
   *
   * @param database null if it does not exist yet, as in a dry run
   * @param dryRun whether writes are left out
   */
  TargetDatabase(@Nullable DatabaseSession database, boolean dryRun) {
    this.database = database;
    this.dryRun = dryRun;
  }

  /** Returns the existing rows with the ids of the given ones, by id. */
  Map<Long, NewRow> find(Table table, List<NewRow> rows) {
    if (database == null || rows.isEmpty()) {
      return Map.of();
    }
    Table filled = rows.getFirst().filled(table);
    String sql =
        "SELECT %s FROM %s WHERE id IN (<ids>)".formatted(filled.columnList(), filled.name());
    return database
        .handle()
        .createQuery(sql)
        .bindList("ids", rows.stream().map(NewRow::id).toList())
        .map((RowView row) -> row(row, filled))
        .collect(toMap(NewRow::id, row -> row));
  }

  /** Returns the ids of the rows that have the values of the given ones, by value. */
  Map<String, Long> owners(Table table, UniqueKey key, List<NewRow> rows) {
    List<String> values = rows.stream().map(key.value()).filter(Objects::nonNull).toList();
    if (database == null || values.isEmpty()) {
      return Map.of();
    }
    String sql =
        "SELECT %1$s AS held, id FROM %2$s WHERE %3$s AND %1$s IN (<values>)"
            .formatted(key.column(), table.name(), key.condition());
    return database
        .handle()
        .createQuery(sql)
        .bindList("values", values)
        .collectRows(
            toMap(
                row -> row.getColumn("held", String.class),
                row -> row.getColumn("id", Long.class)));
  }

  /** Inserts rows that do not exist. */
  void insert(Table table, List<NewRow> rows) {
    if (database == null || dryRun || rows.isEmpty()) {
      return;
    }
    Table filled = rows.getFirst().filled(table);
    try (TableWriter writer = new TableWriter(database.handle(), filled)) {
      rows.forEach(row -> writer.add(row.in(filled)));
      writer.flush();
    }
  }

  /** Makes the database generate ids above these. */
  void advanceIds(Map<Table, Long> highest) {
    if (database != null && !dryRun) {
      inTransaction(
          () -> {
            highest.forEach(database::advanceIds);
            return Boolean.TRUE;
          });
    }
  }

  /** Runs work in a transaction, and again after a conflict with another transaction. */
  <T> T inTransaction(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(work);
      } catch (StorageException e) {
        if (attempt == MAX_ATTEMPTS || !SqlState.IN_THE_WAY.isReasonOf(e)) {
          throw e;
        }
      }
    }
  }

  /** Returns whether the database rejected the values of a row. */
  static boolean isDataError(StorageException e) {
    SQLException reason = sqlException(e);
    return SqlState.INVALID_VALUES.isReasonOf(e)
        || (reason != null
            && reason.getSQLState() == null
            && SQLITE_DATA_ERRORS.contains(reason.getErrorCode() & 0xff));
  }

  @Override
  public void close() {
    if (database != null) {
      database.close();
    }
  }

  private <T> T attempt(Supplier<T> work) {
    if (database == null) {
      return work.get();
    }
    return dryRun ? database.snapshot(work) : database.transaction(work);
  }

  private static NewRow row(RowView row, Table table) {
    NewRow values = NewRow.of(row.getColumn("id", Long.class), List.of());
    table
        .columns()
        .forEach(
            column ->
                values.with(column.name(), row.getColumn(column.name(), column.type().javaType())));
    return values;
  }

  private static @Nullable SQLException sqlException(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException found) {
        return found;
      }
    }
    return null;
  }
}

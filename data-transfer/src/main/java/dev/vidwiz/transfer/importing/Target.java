package dev.vidwiz.transfer.importing;

import static java.util.stream.Collectors.joining;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.transfer.table.Column;
import dev.vidwiz.transfer.table.Table;
import dev.vidwiz.transfer.table.TableWriter;
import dev.vidwiz.transfer.table.WholeDatabase;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/** The database that rows are written to, or would be. For one thread. */
final class Target implements AutoCloseable {

  /** A transaction that lost a deadlock or a lock against a server's. */
  private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "55P03");

  private static final int MAX_ATTEMPTS = 5;

  /** SQLITE_TOOBIG, SQLITE_CONSTRAINT and SQLITE_MISMATCH. */
  private static final Set<Integer> SQLITE_REFUSALS = Set.of(18, 19, 20);

  /** Data exceptions, violated constraints, and values that are too large. */
  private static final Set<String> POSTGRES_REFUSALS = Set.of("22", "23", "54");

  private final @Nullable WholeDatabase database;
  private final boolean rehearsal;

  /**
   * Works on a database.
   *
   * @param database null when there is none yet, so that nothing is in it
   * @param rehearsal whether nothing is to be written
   */
  Target(@Nullable WholeDatabase database, boolean rehearsal) {
    this.database = database;
    this.rehearsal = rehearsal;
  }

  /** Returns those rows of a table that are here with the ids of the given ones, by id. */
  Map<Long, NewRow> find(Table table, List<NewRow> rows) {
    Map<Long, NewRow> found = new HashMap<>();
    if (database != null && !rows.isEmpty()) {
      List<Column> columns = rows.getFirst().columns(table);
      String sql = "SELECT %s FROM %s WHERE id IN (<ids>)".formatted(names(columns), table.name());
      database
          .handle()
          .createQuery(sql)
          .bindList("ids", rows.stream().map(NewRow::id).toList())
          .map((RowView row) -> row(row, columns))
          .forEach(row -> found.put(row.id(), row));
    }
    return found;
  }

  /** Returns which rows have these values in a column. */
  Map<String, Long> owners(Table table, String column, Collection<String> values) {
    return owners(
        "SELECT id, %s AS held FROM %s WHERE %1$s IN (<values>)".formatted(column, table.name()),
        values);
  }

  /** Returns the tasks that wait or are in progress, by their type and video. */
  Map<String, Long> activeTasks(Collection<String> videoIds) {
    String types =
        Arrays.stream(TaskType.values())
            .map(type -> "'" + type.code() + "'")
            .collect(joining(", "));
    return owners(
        """
        SELECT id, task_type || ' ' || video_id AS held FROM tasks
        WHERE task_type IN (%s) AND video_id IN (<values>)
          AND status IN ('pending', 'in_progress')
        """
            .formatted(types),
        videoIds);
  }

  /** Inserts rows that are not here. */
  void insert(Table table, List<NewRow> rows) {
    if (database == null || rehearsal || rows.isEmpty()) {
      return;
    }
    List<Column> columns = rows.getFirst().columns(table);
    try (TableWriter writer = TableWriter.into(database.handle(), table, columns)) {
      rows.forEach(row -> writer.add(row.in(columns)));
      writer.flush();
    }
  }

  /** Sees to it that new rows get ids above these. */
  void continueIds(Map<Table, Long> highest) {
    if (database != null && !rehearsal) {
      inTransaction(
          () -> {
            highest.forEach(database::continueIds);
            return Boolean.TRUE;
          });
    }
  }

  /** Runs work as one transaction, again when it lost against another. */
  <T> T inTransaction(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(work);
      } catch (StorageException e) {
        SQLException reason = reason(e);
        if (attempt == MAX_ATTEMPTS
            || reason == null
            || !CONFLICTS.contains(String.valueOf(reason.getSQLState()))) {
          throw e;
        }
      }
    }
  }

  /** Tells whether it was the rows that the database did not want. */
  static boolean refusedRows(StorageException e) {
    SQLException reason = reason(e);
    String state = reason == null ? null : reason.getSQLState();
    return state == null
        ? reason != null && SQLITE_REFUSALS.contains(reason.getErrorCode() & 0xff)
        : state.length() == 5 && POSTGRES_REFUSALS.contains(state.substring(0, 2));
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
    return rehearsal ? database.snapshot(work) : database.change(work);
  }

  private Map<String, Long> owners(String sql, Collection<String> values) {
    Map<String, Long> owners = new HashMap<>();
    if (database != null && !values.isEmpty()) {
      database
          .handle()
          .createQuery(sql)
          .bindList("values", List.copyOf(values))
          .map(
              (RowView row) ->
                  Map.entry(row.getColumn("held", String.class), row.getColumn("id", Long.class)))
          .forEach(owner -> owners.put(owner.getKey(), owner.getValue()));
    }
    return owners;
  }

  private static NewRow row(RowView row, List<Column> columns) {
    NewRow.Builder values = NewRow.of(row.getColumn("id", Long.class));
    columns.forEach(
        column ->
            values.with(column.name(), row.getColumn(column.name(), column.type().javaType())));
    return values.build();
  }

  private static String names(List<Column> columns) {
    return columns.stream().map(column -> '"' + column.name() + '"').collect(joining(", "));
  }

  private static @Nullable SQLException reason(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException found) {
        return found;
      }
    }
    return null;
  }
}

package dev.vidwiz.transfer.table;

import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows as they are given, ids included, in batches. Whoever gives ids sees to it that new
 * rows get other ones: {@link WholeDatabase#continueIds}. For one thread.
 */
public final class TableWriter implements AutoCloseable {

  private static final int BATCH_ROWS = 500;
  private static final int BATCH_CHARACTERS = 1 << 20;

  private final List<Column> columns;
  private final PreparedBatch batch;
  private int characters;
  private long inserted;

  private TableWriter(List<Column> columns, PreparedBatch batch) {
    this.columns = List.copyOf(columns);
    this.batch = batch;
  }

  /** Writes to the columns named; the others get their defaults. A row that is there fails. */
  public static TableWriter into(Handle handle, Table table, List<Column> columns) {
    return new TableWriter(columns, handle.prepareBatch(table.insert(columns)));
  }

  /** Like {@link #into}, but leaves what is there and skips a row in conflict with it. */
  public static TableWriter addingTo(Handle handle, Table table, List<Column> columns) {
    String sql = table.insert(columns) + " ON CONFLICT DO NOTHING";
    return new TableWriter(columns, handle.prepareBatch(sql));
  }

  /** Adds a row: for each column a value of its type's class, or null. */
  public void add(List<? extends @Nullable Object> row) {
    if (row.size() != columns.size()) {
      throw new IllegalArgumentException(row.size() + " values for " + columns.size() + " columns");
    }
    for (int i = 0; i < row.size(); i++) {
      Object value = row.get(i);
      batch.bindByType(i, value, columns.get(i).type().javaType());
      characters += value instanceof Long ? 1 : String.valueOf(value).length();
    }
    batch.add();
    if (batch.size() >= BATCH_ROWS || characters >= BATCH_CHARACTERS) {
      flush();
    }
  }

  /** Sends what has not been sent yet, and returns how many rows were inserted in all. */
  public long flush() {
    if (batch.size() > 0) {
      inserted += Arrays.stream(batch.execute()).sum();
      characters = 0;
    }
    return inserted;
  }

  /** Lets go of the statement; rows that were not flushed are lost. */
  @Override
  public void close() {
    batch.close();
  }
}

package dev.vidwiz.transfer.table;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows in batches, with the ids they have. New rows then need higher ids: see {@link
 * DatabaseSession#advanceIds}. A row that exists already makes the insert fail. Not thread-safe.
 */
public final class TableWriter implements AutoCloseable {

  private static final int BATCH_ROWS = 500;
  private static final int BATCH_CHARACTERS = 1 << 20;

  private final List<Column> columns;
  private final PreparedBatch batch;
  private int characters;
  private long inserted;

  /** Writes to the columns of {@code table}; others that the database has get their defaults. */
  public TableWriter(Handle handle, Table table) {
    this.columns = table.columns();
    this.batch = handle.prepareBatch(table.insert());
  }

  /** Adds a row: for each column a value of {@link ColumnType#javaType}, or null. */
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

  /** Sends the pending rows and returns the number of rows inserted so far. */
  public long flush() {
    if (batch.size() > 0) {
      // The driver may send several rows as one statement, and then does not count them one by one.
      inserted += batch.size();
      batch.execute();
      characters = 0;
    }
    return inserted;
  }

  /** Releases the statement; rows that were not flushed are lost. */
  @Override
  public void close() {
    batch.close();
  }
}

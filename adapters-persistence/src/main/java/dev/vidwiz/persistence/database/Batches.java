package dev.vidwiz.persistence.database;

import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Update;

/**
 * Removes old rows a batch at a time, each in its own transaction: others do not wait for a long
 * one, and what it has removed stays removed when a later one fails.
 */
public final class Batches {

  static final int ROWS = 10_000;

  private Batches() {}

  /**
   * Runs a statement that removes at most {@code :limit} rows until none are left, and returns the
   * number of all.
   */
  public static int remove(
      JdbiTransactions transactions, String statement, Consumer<Update> values) {
    int removed = 0;
    int batch;
    do {
      batch =
          transactions.update(
              statement,
              update -> {
                values.accept(update);
                update.bind("limit", ROWS);
              });
      removed += batch;
    } while (batch == ROWS);
    return removed;
  }
}

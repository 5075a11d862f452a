package dev.vidwiz.persistence.database;

import dev.vidwiz.application.health.Check;
import dev.vidwiz.application.health.DegradedException;
import dev.vidwiz.application.storage.StorageException;

/**
 * Checks that a database answers a query and, after a failed write, that it accepts another one. A
 * server with a full disk, or in read-only mode, still answers queries.
 */
public final class DatabaseCheck implements Check {

  /** If this row ever stays, the cleanup of quotas removes it because of its day. */
  private static final String ADD =
      """
      INSERT INTO quotas (subject, day, used) VALUES ('health', '1970-01-01', 0)
      ON CONFLICT (subject, day) DO UPDATE SET used = quotas.used + 1
      """;

  private static final String REMOVE =
      "DELETE FROM quotas WHERE subject = 'health' AND day = '1970-01-01'";

  private final JdbiTransactions transactions;
  private final String isWritable;

  /**
   * Looks at the database of the given transactions.
   *
   * @param isWritable a query for a boolean: whether the database accepts writes, as far as it says
   */
  public DatabaseCheck(JdbiTransactions transactions, String isWritable) {
    this.transactions = transactions;
    this.isWritable = isWritable;
  }

  @Override
  public void look() throws DegradedException {
    if (!transactions.read(handle -> handle.createQuery(isWritable).mapTo(Boolean.class).one())) {
      throw new DegradedException("It is read-only");
    }
    if (transactions.lastWriteFailed()) {
      tryToWrite();
    }
  }

  private void tryToWrite() throws DegradedException {
    try {
      transactions.inTransaction(
          () -> {
            transactions.update(ADD, update -> {});
            transactions.update(REMOVE, update -> {});
          });
    } catch (StorageException e) {
      throw new DegradedException("It accepts no writes", e);
    }
  }
}

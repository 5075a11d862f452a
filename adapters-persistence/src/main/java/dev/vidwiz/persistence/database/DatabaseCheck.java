package dev.vidwiz.persistence.database;

import dev.vidwiz.application.health.Check;
import dev.vidwiz.application.health.DegradedException;
import dev.vidwiz.application.storage.StorageException;
import java.lang.System.Logger.Level;

/**
 * Looks whether a database answers a query, and after a write that failed, whether it takes another
 * one: a full disk or a server that only reads serves queries as ever.
 */
public final class DatabaseCheck implements Check {

  private static final System.Logger LOG = System.getLogger(DatabaseCheck.class.getName());

  /** A day that the clean-up of quotas removes, should this row ever stay. */
  private static final String ADD =
      """
      INSERT INTO quotas (subject, day, used) VALUES ('health', '1970-01-01', 0)
      ON CONFLICT (subject, day) DO UPDATE SET used = quotas.used + 1
      """;

  private static final String REMOVE =
      "DELETE FROM quotas WHERE subject = 'health' AND day = '1970-01-01'";

  private final JdbiTransactions transactions;
  private volatile boolean told;

  /** Looks at the database of the given transactions. */
  public DatabaseCheck(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void look() throws DegradedException {
    transactions.read(handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one());
    if (transactions.lastWriteFailed()) {
      tryToWrite();
    }
    if (told) {
      told = false;
      LOG.log(Level.INFO, "the database takes writes again");
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
      if (!told) {
        told = true;
        LOG.log(Level.WARNING, "the database answers queries and takes no writes", e);
      }
      throw new DegradedException("the database takes no writes");
    }
  }
}

package dev.vidwiz.persistence.sqlite;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.database.JdbiTransactions;

/**
 * The samples of values that ANALYZE stores in a SQLite file. With them, SQLite plans each
 * statement again for each new value, and a write takes twice as long.
 */
public final class SqliteSamples {

  private SqliteSamples() {}

  /**
   * Removes the samples, for connections that are opened later.
   *
   * @throws StorageException when the database fails
   */
  public static void remove(JdbiTransactions transactions) {
    transactions.write(handle -> handle.execute("DROP TABLE IF EXISTS sqlite_stat4"));
  }
}

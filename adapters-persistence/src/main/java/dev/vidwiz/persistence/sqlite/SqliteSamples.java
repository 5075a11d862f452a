package dev.vidwiz.persistence.sqlite;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.database.JdbiTransactions;

/**
 * Samples of the values in a SQLite file, as somebody's ANALYZE leaves them: with them, SQLite
 * plans each statement again for each new value, and a write takes twice as long.
 */
public final class SqliteSamples {

  private SqliteSamples() {}

  /**
   * Removes them, for connections that are opened afterwards.
   *
   * @throws StorageException when the database fails
   */
  public static void remove(JdbiTransactions transactions) {
    transactions.write(handle -> handle.execute("DROP TABLE IF EXISTS sqlite_stat4"));
  }
}

package dev.vidwiz.persistence;

import dev.vidwiz.application.Storage;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.application.worker.MetadataIntake;
import dev.vidwiz.persistence.ai.SqliteOutbox;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.database.SqliteConnections;
import dev.vidwiz.persistence.figures.JdbiFigures;
import dev.vidwiz.persistence.migration.FileGuard;
import dev.vidwiz.persistence.migration.Migrations;
import dev.vidwiz.persistence.note.SqliteNoteIntake;
import dev.vidwiz.persistence.signal.LocalSignals;
import dev.vidwiz.persistence.task.SqliteTaskQueue;
import dev.vidwiz.persistence.user.JdbiUsers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a SQLite storage is put together. */
final class SqliteOpening {

  private SqliteOpening() {}

  static Storage open(DatabaseSettings.Sqlite settings) {
    Path file = settings.file().toAbsolutePath();
    createFolder(file);
    return FileGuard.alone(file, () -> open(file));
  }

  private static Storage open(Path file) {
    SqliteConnections connections = new SqliteConnections(file);
    boolean opened = false;
    try {
      JdbiTransactions transactions = new JdbiTransactions(connections);
      Migrations.ofSqlite(transactions, file).bringUpToDate();
      forgetSamples(transactions);
      opened = true;
      return new JdbiStorage(
          transactions,
          new Particulars(
              new JdbiUsers(transactions),
              new SqliteNoteIntake(transactions),
              new SqliteTaskQueue(transactions),
              MetadataIntake.NONE,
              new SqliteOutbox(transactions),
              new LocalSignals(transactions),
              new JdbiFigures(connections, transactions),
              null),
          connections::close);
    } finally {
      if (!opened) {
        connections.close();
      }
    }
  }

  /**
   * Removes what somebody's ANALYZE has left: with samples of the values, SQLite plans each
   * statement again for each new value, and a write takes twice as long.
   */
  private static void forgetSamples(JdbiTransactions transactions) {
    transactions.write(handle -> handle.execute("DROP TABLE IF EXISTS sqlite_stat4"));
  }

  private static void createFolder(Path file) {
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw StorageException.unavailable("the folder of " + file + " cannot be created", e);
    }
  }
}

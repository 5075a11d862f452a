package dev.vidwiz.transfer.archive;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.DatabaseSettings;
import dev.vidwiz.transfer.table.DatabaseSession;
import dev.vidwiz.transfer.table.Table;
import dev.vidwiz.transfer.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/**
 * Copies a snapshot of a SQLite file page by page, while servers use the file.
 *
 * @see <a href="https://sqlite.org/backup.html">Online backup</a>
 */
public final class SqliteCopy {

  private SqliteCopy() {}

  /**
   * Copies the file and checks the copy.
   *
   * @param target an empty file
   * @return the number of rows copied
   * @throws StorageException when the file cannot be read, or the copy is damaged
   * @throws UncheckedIOException when the disk is full
   */
  public static long write(DatabaseSettings.Sqlite settings, Path target) {
    Map<Table, Long> copied;
    try (DatabaseSession database = DatabaseSession.open(settings)) {
      copied = database.snapshot(() -> copy(database, target));
    }
    try (DatabaseSession copy = DatabaseSession.open(new DatabaseSettings.Sqlite(target))) {
      check(copy);
      if (!counts(copy).equals(copied)) {
        throw StorageException.broken("the copy has other numbers of rows", null);
      }
    }
    return copied.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Without the open snapshot, SQLite would restart the backup whenever a server writes. */
  private static Map<Table, Long> copy(DatabaseSession database, Path target) {
    database.requireCurrentSchema();
    try {
      int result =
          database
              .handle()
              .getConnection()
              .unwrap(SQLiteConnection.class)
              .getDatabase()
              .backup("main", target.toString(), null);
      if (result == SQLiteErrorCode.SQLITE_FULL.code) {
        throw new UncheckedIOException(new IOException("there is no space left for the copy"));
      }
      if (result != SQLiteErrorCode.SQLITE_OK.code) {
        throw new SQLException(SQLiteErrorCode.getErrorCode(result).message);
      }
    } catch (SQLException e) {
      throw StorageException.broken("the file cannot be copied", e);
    }
    return counts(database);
  }

  private static void check(DatabaseSession copy) {
    List<String> problems =
        copy.handle().createQuery("PRAGMA integrity_check").mapTo(String.class).list();
    if (!problems.equals(List.of("ok"))) {
      throw StorageException.broken("the copy is damaged: " + problems.getFirst(), null);
    }
  }

  private static Map<Table, Long> counts(DatabaseSession database) {
    Map<Table, Long> counts = new LinkedHashMap<>();
    Tables.ALL.forEach(table -> counts.put(table, database.count(table)));
    return counts;
  }
}

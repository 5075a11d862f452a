package dev.vidwiz.persistence.sqlite;

import dev.vidwiz.application.storage.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/**
 * Copies a SQLite file while it is in use.
 *
 * @see <a href="https://sqlite.org/backup.html">Online backup</a>
 */
public final class SqliteBackup {

  private SqliteBackup() {}

  /** Returns the number of pages of the file. */
  public static long pages(Handle source) {
    return source.createQuery("PRAGMA page_count").mapTo(Long.class).one();
  }

  /**
   * Copies the file of a connection. Outside a transaction of this connection, SQLite restarts the
   * backup after each write of another process.
   *
   * @param target an empty file
   * @param progress called with the number of pages that are copied, again and again
   * @throws StorageException when the file cannot be read
   * @throws UncheckedIOException when the disk is full
   */
  public static void copy(Handle source, Path target, LongConsumer progress) {
    try {
      int result =
          source
              .getConnection()
              .unwrap(SQLiteConnection.class)
              .getDatabase()
              .backup(
                  "main",
                  target.toString(),
                  (remaining, pages) -> progress.accept((long) pages - remaining));
      if (result == SQLiteErrorCode.SQLITE_FULL.code) {
        throw new UncheckedIOException(new IOException("there is no space left for the copy"));
      }
      if (result != SQLiteErrorCode.SQLITE_OK.code) {
        throw new SQLException(SQLiteErrorCode.getErrorCode(result).message);
      }
    } catch (SQLException e) {
      throw StorageException.broken("the file cannot be copied", e);
    }
  }
}

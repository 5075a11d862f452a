package dev.vidwiz.persistence.database;

import dev.vidwiz.application.storage.StorageException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The connections to one database. Whoever needs one waits for it and hears a {@link
 * StorageException} when there is none in time. Thread-safe.
 */
public interface Connections extends AutoCloseable {

  /** Returns how the connections are used now, without waiting. */
  List<ConnectionUse> use();

  /** Runs a query on some connection. */
  <T> T read(Function<Handle, T> query);

  /** Runs one statement that changes something. */
  <T> T write(Function<Handle, T> statement);

  /**
   * Runs work in a transaction of its own, which is undone when the work throws.
   *
   * @throws StorageException when the transaction cannot be begun, or ended
   */
  <T> T inTransaction(Function<Handle, T> work);

  /** Tells whether the same statement may succeed a little later. */
  boolean isTemporary(SQLException failure);

  /** Tells whether a transaction lost against another at the same time and can be run again. */
  boolean isConflict(SQLException failure);

  /** Returns what becomes of a failure of the database. */
  default StorageException failure(Throwable e) {
    if (e instanceof StorageException known) {
      return known;
    }
    SQLException reason = sqlException(e);
    if (reason == null) {
      return StorageException.broken("the database holds what was not expected", e);
    }
    return isTemporary(reason)
        ? StorageException.unavailable("the database cannot be reached or is overloaded", reason)
        : StorageException.broken("the database refused a statement", reason);
  }

  /** Ends all connections, waiting a little for those that are lent. */
  @Override
  void close();

  private static @Nullable SQLException sqlException(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException found) {
        return found;
      }
    }
    return null;
  }
}

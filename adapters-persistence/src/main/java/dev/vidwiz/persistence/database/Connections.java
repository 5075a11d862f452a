package dev.vidwiz.persistence.database;

import dev.vidwiz.application.storage.StorageException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The connections to one database. A caller waits for a connection and gets a {@link
 * StorageException} after a timeout. Thread-safe.
 */
public interface Connections extends AutoCloseable {

  /** Returns the current use of connections without waiting. */
  List<ConnectionUse> use();

  /** Runs a query. */
  <T> T read(Function<Handle, T> query);

  /** Runs one statement that changes data. */
  <T> T write(Function<Handle, T> statement);

  /**
   * Runs work in a new transaction, which is rolled back when the work throws.
   *
   * @throws StorageException when the transaction cannot be started or committed
   */
  <T> T inTransaction(Function<Handle, T> work);

  /** Tells whether a retry may succeed. */
  boolean isTemporary(SQLException failure);

  /** Tells whether the check of the database must notice the failure, too. */
  default boolean isOutage(SQLException failure) {
    return false;
  }

  /** Tells whether a transaction lost a conflict with another one and can be run again. */
  boolean isConflict(SQLException failure);

  /** Tells whether a single statement lost a conflict with a transaction and can be run again. */
  default boolean isLostRace(SQLException failure) {
    return false;
  }

  /** Translates an exception of the database. */
  default StorageException failure(Throwable e) {
    if (e instanceof StorageException known) {
      return known;
    }
    SQLException reason = sqlException(e);
    if (reason == null) {
      return StorageException.broken("the database holds what was not expected", e);
    }
    if (!isTemporary(reason)) {
      return StorageException.broken("the database refused a statement", reason);
    }
    return isOutage(reason)
        ? StorageException.unavailable("the database cannot be reached", reason)
        : StorageException.overloaded("the database cannot do this for now", reason);
  }

  /** Closes all connections, with a short wait for those in use. */
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

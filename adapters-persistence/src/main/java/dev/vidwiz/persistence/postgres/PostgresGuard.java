package dev.vidwiz.persistence.postgres;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Locks a PostgreSQL database for one program at a time during migrations. */
public final class PostgresGuard {

  private static final System.Logger LOG = System.getLogger(PostgresGuard.class.getName());

  /** What is done by one at a time. */
  public enum Work {
    MIGRATIONS("vidwiz migrations"),
    INDEXES("vidwiz indexes");

    private final String lock;

    Work(String lock) {
      this.lock = lock;
    }
  }

  private static final String TRY_LOCK = "SELECT pg_try_advisory_xact_lock(hashtext(?))";
  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext(?))";

  /**
   * The driver keeps the snapshot of a query until the next statement, and the building of an index
   * without a lock waits for every older snapshot. The name is for people.
   */
  private static final String RELEASE = "SET LOCAL application_name = 'vidwiz migrations'";

  private PostgresGuard() {}

  /** Runs {@code work} while a transaction on a separate connection holds the lock. */
  public static void exclusively(DatabaseSettings.OnServer settings, Work kind, Runnable work) {
    try (Handle connection = PostgresDedicatedConnection.open(settings, Duration.ZERO)) {
      connection.useTransaction(
          transaction -> {
            transaction.execute(PostgresTimeouts.OFF_IN_WAITING_TRANSACTION);
            lock(transaction, kind);
            transaction.execute(RELEASE);
            work.run();
          });
    } catch (JdbiException e) {
      throw StorageException.unavailable("the database cannot be locked", e);
    }
  }

  private static void lock(Handle transaction, Work kind) {
    if (!transaction.select(TRY_LOCK, kind.lock).mapTo(boolean.class).one()) {
      LOG.log(Level.INFO, "waiting for another program that holds the lock \"{0}\"", kind.lock);
      transaction.execute(LOCK, kind.lock);
    }
  }
}

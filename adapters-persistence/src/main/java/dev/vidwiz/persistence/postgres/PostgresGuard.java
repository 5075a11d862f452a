package dev.vidwiz.persistence.postgres;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Locks a PostgreSQL database for one server at a time during migrations. */
public final class PostgresGuard {

  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('vidwiz migrations'))";

  private PostgresGuard() {}

  /** Runs {@code work} while a transaction on a separate connection holds the lock. */
  public static void exclusively(DatabaseSettings.Postgres settings, Runnable work) {
    try (Handle connection = PostgresDedicatedConnection.open(settings, Duration.ZERO)) {
      connection.useTransaction(
          transaction -> {
            transaction.execute(LOCK);
            work.run();
          });
    } catch (JdbiException e) {
      throw StorageException.unavailable("the database cannot be locked", e);
    }
  }
}

package dev.vidwiz.persistence.postgres;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.persistence.settings.UnsuitableDatabaseException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Checks a database before anything else uses it. It takes two connections, and closes them. */
public final class PostgresStart {

  private static final String CHANNEL = "vidwiz_start";

  private static final String HAS_SCHEMA =
      "SELECT EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = ?)";

  private PostgresStart() {}

  /**
   * Checks that VidWiz can work on the database.
   *
   * @throws UnsuitableDatabaseException when its encoding is not UTF8, or notifications are to be
   *     used and do not arrive
   * @throws StorageException when the server cannot be reached, refuses the user, does not answer,
   *     or is a standby although notifications are to be used
   */
  public static void check(DatabaseSettings.OnServer settings) {
    PostgresDedicatedConnection.using(
        settings,
        handle -> {
          requirePostgres(handle);
          ServerDefaults.of(handle).requireUtf8();
          if (settings.schema() != null) {
            requireSchema(handle, settings.schema());
          }
          if (settings.listen()) {
            requirePrimary(handle);
            requireNotifications(handle, settings);
          }
          return true;
        });
  }

  private static void requirePostgres(Handle handle) {
    try {
      String product = handle.getConnection().getMetaData().getDatabaseProductName();
      if (!product.equals("PostgreSQL")) {
        throw new UnsuitableDatabaseException(
            "it is " + product + ", and VidWiz needs PostgreSQL or a SQLite file",
            "Give VidWiz a pool of PostgreSQL, or the settings of a SQLite file.");
      }
    } catch (SQLException e) {
      throw StorageException.unavailable("the database does not answer", e);
    }
  }

  /** Several servers may create it at the same time. */
  private static void requireSchema(Handle handle, String schema) {
    if (!exists(handle, schema)) {
      try {
        handle.execute("CREATE SCHEMA IF NOT EXISTS \"" + schema + '"');
      } catch (JdbiException e) {
        if (!exists(handle, schema)) {
          throw StorageException.broken("the schema " + schema + " cannot be created", e);
        }
      }
    }
    String used = handle.select("SELECT current_schema()").mapTo(String.class).one();
    if (!schema.equals(used)) {
      throw new UnsuitableDatabaseException(
          "its connections lead to the schema " + used + " instead of " + schema,
          "Remove currentSchema and search_path from the address of the database.");
    }
  }

  private static boolean exists(Handle handle, String schema) {
    return handle.select(HAS_SCHEMA, schema).mapTo(boolean.class).one();
  }

  /** A standby has no notifications. */
  private static void requirePrimary(Handle handle) {
    if (handle.select("SELECT pg_is_in_recovery()").mapTo(boolean.class).one()) {
      throw StorageException.unavailable(
          "it is a standby, which takes no writes: DB_URL has to name the primary", null);
    }
  }

  private static void requireNotifications(Handle handle, DatabaseSettings.OnServer settings) {
    if (!isNotified(handle, settings)) {
      throw new UnsuitableDatabaseException(
          "its notifications do not arrive, as behind a transaction pooler",
          "Behind one, set DB_LISTEN=false; else let DB_URL name the server itself.");
    }
  }

  /** Sends a notification through another connection. */
  private static boolean isNotified(Handle listening, DatabaseSettings.OnServer settings) {
    String payload = UUID.randomUUID().toString();
    listening.execute("LISTEN " + CHANNEL);
    PostgresDedicatedConnection.using(
        settings, sending -> sending.execute("SELECT pg_notify(?, ?)", CHANNEL, payload));
    try {
      PGConnection connection = listening.getConnection().unwrap(PGConnection.class);
      long end = System.nanoTime() + PostgresProperties.ANSWER_TIMEOUT.toNanos();
      long leftMillis = PostgresProperties.ANSWER_TIMEOUT.toMillis();
      while (leftMillis > 0) {
        for (PGNotification notification : connection.getNotifications((int) leftMillis)) {
          if (notification.getParameter().equals(payload)) {
            return true;
          }
        }
        leftMillis = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      }
      return false;
    } catch (SQLException e) {
      throw StorageException.unavailable("the database does not answer", e);
    }
  }
}

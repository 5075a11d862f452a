package dev.vidwiz.persistence.migration;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.DatabaseSettings;
import dev.vidwiz.persistence.database.PostgresProperties;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Lets one server at a time prepare a PostgreSQL database. */
final class PostgresGuard {

  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('vidwiz migrations'))";

  private PostgresGuard() {}

  /** Runs {@code work} while a transaction, on a connection of its own, holds the lock. */
  static void alone(DatabaseSettings.Postgres settings, Runnable work) {
    Properties properties = PostgresProperties.of(settings);
    // The server in front may take its time.
    properties.remove("socketTimeout");
    try (Connection connection = DriverManager.getConnection(settings.jdbcUrl(), properties);
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(LOCK);
      work.run();
    } catch (SQLException e) {
      throw StorageException.unavailable("the database cannot be locked", e);
    }
  }
}

package dev.vidwiz.persistence.postgres;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.database.Jdbis;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A connection to PostgreSQL for bulk work, outside the pool. */
public final class PostgresDedicatedConnection {

  private PostgresDedicatedConnection() {}

  /**
   * Connects; the caller closes the connection.
   *
   * @param answerTimeout the longest time of a statement, in whole seconds; zero for no limit
   * @throws StorageException when the server cannot be reached or refuses the user
   */
  public static Handle open(DatabaseSettings.Postgres settings, Duration answerTimeout) {
    Properties properties = PostgresProperties.of(settings);
    // Many rows in one statement, for which triggers are called once.
    properties.setProperty("reWriteBatchedInserts", "true");
    properties.setProperty("socketTimeout", Long.toString(answerTimeout.toSeconds()));
    Jdbi jdbi = Jdbi.create(() -> connect(settings, properties));
    return Jdbis.open(Jdbis.configured(jdbi, new PostgresTypes()), "the database cannot be opened");
  }

  private static Connection connect(DatabaseSettings.Postgres settings, Properties properties)
      throws SQLException {
    Connection connection = DriverManager.getConnection(settings.jdbcUrl(), properties);
    return settings.listen() ? connection : ReadCommitted.of(connection);
  }
}

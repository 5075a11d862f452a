package dev.vidwiz.persistence.database;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.DatabaseSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.spi.JdbiPlugin;

/**
 * Opens single connections for bulk work, beside those that serve requests. The caller closes them.
 */
public final class DedicatedConnections {

  private DedicatedConnections() {}

  /**
   * Connects to a database that exists; a statement can take any time.
   *
   * @throws StorageException when the SQLite file is missing, or the database cannot be opened
   */
  public static Handle open(DatabaseSettings settings) {
    return switch (settings) {
      case DatabaseSettings.Sqlite(Path file) -> sqlite(file);
      case DatabaseSettings.Postgres postgres -> postgres(postgres, Duration.ZERO);
    };
  }

  /**
   * Connects to PostgreSQL.
   *
   * @param answerTimeout how long the server may take for an answer, in whole seconds; zero for any
   *     time
   * @throws StorageException when the server cannot be reached or refuses the user
   */
  public static Handle postgres(DatabaseSettings.Postgres settings, Duration answerTimeout) {
    Properties properties = PostgresProperties.of(settings);
    properties.setProperty("socketTimeout", Long.toString(answerTimeout.toSeconds()));
    return open(settings.jdbcUrl(), properties, new PostgresTypes());
  }

  private static Handle sqlite(Path file) {
    if (!Files.exists(file)) {
      throw StorageException.unavailable("there is no file " + file, null);
    }
    return open(SqliteConnections.url(file), SqliteConnections.properties(), new SqliteTypes());
  }

  private static Handle open(String url, Properties properties, JdbiPlugin types) {
    try {
      return Jdbis.configured(Jdbi.create(url, properties), types).open();
    } catch (ConnectionException e) {
      throw StorageException.unavailable("the database cannot be opened", e.getCause());
    }
  }
}

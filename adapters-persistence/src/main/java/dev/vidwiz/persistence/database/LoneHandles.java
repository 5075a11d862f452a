package dev.vidwiz.persistence.database;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.DatabaseSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.spi.JdbiPlugin;

/** Single connections for long work, beside those that serve requests; the caller closes them. */
public final class LoneHandles {

  private LoneHandles() {}

  /**
   * Opens a SQLite file that is there, or connects to PostgreSQL; a single statement may take as
   * long as it needs.
   *
   * @throws StorageException when there is no such file, or the database cannot be opened
   */
  public static Handle open(DatabaseSettings settings) {
    return switch (settings) {
      case DatabaseSettings.Sqlite(Path file) -> sqlite(file);
      case DatabaseSettings.Postgres postgres -> postgres(postgres);
    };
  }

  private static Handle sqlite(Path file) {
    if (!Files.exists(file)) {
      throw StorageException.unavailable("there is no file " + file, null);
    }
    return open(SqliteConnections.url(file), SqliteConnections.properties(), new SqliteTypes());
  }

  private static Handle postgres(DatabaseSettings.Postgres settings) {
    Properties properties = PostgresProperties.of(settings);
    properties.remove("socketTimeout");
    return open(settings.jdbcUrl(), properties, new PostgresTypes());
  }

  private static Handle open(String url, Properties properties, JdbiPlugin types) {
    try {
      return Jdbis.configured(Jdbi.create(url, properties), types).open();
    } catch (ConnectionException e) {
      throw StorageException.unavailable("the database cannot be opened", e.getCause());
    }
  }
}

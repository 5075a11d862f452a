package dev.vidwiz.persistence.migration;

import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** The tables as an earlier version of the program made them. */
final class OlderTables {

  private OlderTables() {}

  /** Makes them up to a version, with the history of today. */
  static void make(
      String version, String url, @Nullable String user, @Nullable String password, String folder) {
    make(SchemaHistory.TABLE, version, url, user, password, folder);
  }

  /** Makes them up to a version, with the history of former releases. */
  static void makeFormer(String version, DatabaseSettings settings) {
    switch (settings) {
      case DatabaseSettings.Sqlite(Path file) ->
          make(SchemaHistory.FORMER_TABLE, version, "jdbc:sqlite:" + file, null, null, "sqlite");
      case DatabaseSettings.Postgres server ->
          make(
              SchemaHistory.FORMER_TABLE,
              version,
              server.jdbcUrl(),
              server.user(),
              server.password(),
              "postgres");
      case DatabaseSettings.Pool pool -> throw new IllegalArgumentException();
    }
  }

  private static void make(
      String history,
      String version,
      String url,
      @Nullable String user,
      @Nullable String password,
      String folder) {
    Flyway.configure()
        .table(history)
        .dataSource(url, user, password)
        .locations("classpath:dev/vidwiz/persistence/migration/" + folder)
        .target(version)
        .load()
        .migrate();
  }
}

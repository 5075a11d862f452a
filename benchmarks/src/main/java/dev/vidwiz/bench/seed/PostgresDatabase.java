package dev.vidwiz.bench.seed;

import dev.vidwiz.bootstrap.settings.DatabaseUrl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A PostgreSQL database for one run. */
record PostgresDatabase(PostgresAdmin admin, DatabaseUrl.Postgres url, Sizes sizes, Path home)
    implements SeededDatabase {

  @Override
  public Map<String, String> settings() {
    return Map.of("DATA_DIR", home.toString(), "DB_URL", PostgresAdmin.withCredentials(url));
  }

  @Override
  public Connection connect() throws SQLException {
    return PostgresAdmin.connect(url);
  }

  /** {@inheritDoc} Vacuums the table, so that autovacuum does not run during the measurements. */
  @Override
  public void reopenTasks() throws SQLException {
    SeededDatabase.super.reopenTasks();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("VACUUM tasks");
    }
  }

  @Override
  public void close() {
    admin.drop(url);
    Folders.delete(home);
  }
}

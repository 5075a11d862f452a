package dev.vidwiz.bench.seed;

import dev.vidwiz.persistence.JdbiStorage;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Creates the tables of a database, as a server does. */
final class Tables {

  private Tables() {}

  static void create(DatabaseSettings settings) {
    JdbiStorage.open(settings).close();
  }

  /** Returns a fingerprint of these tables and rows. */
  static String fingerprint(Connection connection, SeedScript script) throws SQLException {
    StringBuilder all = new StringBuilder(script.sql());
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT checksum FROM vidwiz_schema_history ORDER BY installed_rank")) {
      while (rows.next()) {
        all.append('\n').append(rows.getInt(1));
      }
    }
    return Integer.toHexString(all.toString().hashCode());
  }
}

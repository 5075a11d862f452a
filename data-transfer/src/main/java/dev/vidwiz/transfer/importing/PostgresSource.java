package dev.vidwiz.transfer.importing;

import dev.vidwiz.persistence.DatabaseSettings;
import dev.vidwiz.persistence.database.PostgresProperties;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL database as it stands at one moment, whatever others do meanwhile. */
final class PostgresSource extends Source {

  private PostgresSource(Connection connection) {
    super(connection);
  }

  static PostgresSource open(DatabaseSettings.Postgres settings) {
    Properties properties = PostgresProperties.of(settings);
    // To count many rows takes its time.
    properties.setProperty("socketTimeout", "120");
    try {
      return new PostgresSource(
          prepared(DriverManager.getConnection(settings.jdbcUrl(), properties)));
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static Connection prepared(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TIME ZONE 'UTC'");
      // An administrator's limits are meant for requests.
      statement.execute("SET statement_timeout = 0");
      statement.execute("SET idle_in_transaction_session_timeout = 0");
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  Set<String> tables() {
    return names(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()");
  }

  @Override
  Set<String> columns(String table) {
    return names(
        """
        SELECT column_name FROM information_schema.columns
        WHERE table_schema = current_schema() AND table_name = ?
        """,
        table);
  }

  @Override
  String position() {
    return "id";
  }

  @Override
  String selected(String column) {
    return "CAST(\"" + column + "\" AS text)";
  }

  @Override
  @Nullable String text(ResultSet rows, int column) throws SQLException {
    return rows.getString(column);
  }
}

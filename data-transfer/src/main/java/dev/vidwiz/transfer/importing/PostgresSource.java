package dev.vidwiz.transfer.importing;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.postgres.PostgresDedicatedConnection;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A snapshot of a PostgreSQL database. */
final class PostgresSource extends Source {

  /** Long, because it takes time to count many rows. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(2);

  /** Limits set by an administrator are meant for requests, not for bulk work. */
  private static final String SNAPSHOT =
      """
      SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;
      SET LOCAL TIME ZONE 'UTC';
      SET LOCAL statement_timeout = 0;
      SET LOCAL idle_in_transaction_session_timeout = 0
      """;

  private PostgresSource(Handle handle) {
    super(handle);
  }

  static PostgresSource open(DatabaseSettings.Postgres settings) {
    Handle handle = PostgresDedicatedConnection.open(settings, ANSWER_TIMEOUT);
    PostgresSource source = new PostgresSource(handle);
    try {
      read(() -> handle.begin().execute(SNAPSHOT));
      return source;
    } catch (StorageException e) {
      source.close();
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

package dev.vidwiz.transfer.table;

import static java.util.stream.Collectors.joining;

import dev.vidwiz.persistence.postgres.PostgresDedicatedConnection;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import java.time.Duration;
import org.jdbi.v3.core.Handle;

/** Bulk work on a PostgreSQL database. */
final class PostgresSession extends DatabaseSession {

  /** The sequence has no last value before its first use. */
  private static final String LAST_ID =
      "SELECT COALESCE(pg_sequence_last_value(CAST(pg_get_serial_sequence(:table, 'id')"
          + " AS regclass)), 0)";

  private static final String SET_LAST_ID =
      "SELECT setval(CAST(pg_get_serial_sequence(:table, 'id') AS regclass), :lastId)";

  /** Limits set by an administrator are meant for requests, not for bulk work. */
  private static final String NO_TIMEOUTS =
      "SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0";

  private static final String LOCK_TABLES =
      Tables.ALL.stream()
          .map(Table::name)
          .collect(joining(", ", "LOCK TABLE ", " IN SHARE ROW EXCLUSIVE MODE"));

  private PostgresSession(Handle handle) {
    super(handle);
  }

  static PostgresSession open(DatabaseSettings.Postgres settings) {
    return new PostgresSession(PostgresDedicatedConnection.open(settings, Duration.ZERO));
  }

  @Override
  public String kind() {
    return "postgresql";
  }

  @Override
  public long lastId(Table table) {
    return handle().createQuery(LAST_ID).bind("table", table.name()).mapTo(Long.class).one();
  }

  @Override
  void setLastId(Table table, long lastId) {
    handle()
        .createQuery(SET_LAST_ID)
        .bind("table", table.name())
        .bind("lastId", lastId)
        .mapTo(Long.class)
        .one();
  }

  @Override
  String textOrder() {
    return " COLLATE \"C\"";
  }

  /** PostgreSQL takes the snapshot at the first query. */
  @Override
  void beginSnapshot() {
    handle().begin();
    handle().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    handle().execute(NO_TIMEOUTS);
    handle().createQuery("SELECT 1").mapTo(Long.class).one();
  }

  @Override
  void beginWrite() {
    handle().begin();
    handle().execute(NO_TIMEOUTS);
    handle().execute("SET LOCAL lock_timeout = '30s'");
    handle().execute(LOCK_TABLES);
  }

  @Override
  void commit() {
    handle().commit();
  }

  @Override
  void rollback() {
    handle().rollback();
  }
}

package dev.vidwiz.transfer.table;

import static java.util.stream.Collectors.joining;

import dev.vidwiz.persistence.DatabaseSettings;
import dev.vidwiz.persistence.database.LoneHandles;
import org.jdbi.v3.core.Handle;

/** A PostgreSQL database. */
final class WholePostgres extends WholeDatabase {

  /** Null when the sequence has given nothing. */
  private static final String LAST_ID =
      "SELECT COALESCE(pg_sequence_last_value(CAST(pg_get_serial_sequence(:table, 'id')"
          + " AS regclass)), 0)";

  private static final String CONTINUE =
      "SELECT setval(CAST(pg_get_serial_sequence(:table, 'id') AS regclass), :lastId)";

  /** An administrator's limits are meant for requests. */
  private static final String PATIENTLY =
      "SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0";

  private static final String ALONE =
      Tables.ALL.stream()
          .map(Table::name)
          .collect(joining(", ", "LOCK TABLE ", " IN SHARE ROW EXCLUSIVE MODE"));

  private WholePostgres(Handle handle) {
    super(handle);
  }

  static WholePostgres open(DatabaseSettings.Postgres settings) {
    return new WholePostgres(LoneHandles.open(settings));
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
        .createQuery(CONTINUE)
        .bind("table", table.name())
        .bind("lastId", lastId)
        .mapTo(Long.class)
        .one();
  }

  @Override
  String textOrder() {
    return " COLLATE \"C\"";
  }

  /** The snapshot is of the moment of its first query. */
  @Override
  void beginSnapshot() {
    handle().begin();
    handle().execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    handle().execute(PATIENTLY);
    handle().createQuery("SELECT 1").mapTo(Long.class).one();
  }

  @Override
  void beginChange() {
    handle().begin();
    handle().execute(PATIENTLY);
    handle().execute("SET LOCAL lock_timeout = '30s'");
    handle().execute(ALONE);
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

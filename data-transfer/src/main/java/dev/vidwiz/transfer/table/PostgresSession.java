package dev.vidwiz.transfer.table;

import static java.util.stream.Collectors.joining;

import dev.vidwiz.persistence.migration.SchemaHistory;
import dev.vidwiz.persistence.postgres.PostgresTimeouts;
import dev.vidwiz.persistence.postgres.SqlState;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Bulk work on a PostgreSQL database. */
final class PostgresSession extends DatabaseSession {

  /** The sequence has no last value before its first use. */
  private static final String LAST_ID =
      "SELECT COALESCE(pg_sequence_last_value(CAST(pg_get_serial_sequence(?, 'id')"
          + " AS regclass)), 0)";

  /** What the last ANALYZE has found; -1 before the first one. */
  private static final String ESTIMATE =
      "SELECT greatest(0, CAST(reltuples AS bigint)) FROM pg_class"
          + " WHERE oid = CAST(? AS regclass)";

  private static final String SET_LAST_ID =
      "SELECT setval(CAST(pg_get_serial_sequence(?, 'id') AS regclass), ?)";

  /** PostgreSQL takes the snapshot at the first query. */
  private static final String SNAPSHOT =
      "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;"
          + PostgresTimeouts.OFF_IN_TRANSACTION;

  private static final String LOCK_TABLES =
      Tables.ALL.stream()
          .map(Table::name)
          .collect(
              joining(
                  ", ",
                  PostgresTimeouts.OFF_IN_TRANSACTION
                      + "; SET LOCAL lock_timeout = '30s'; LOCK TABLE ",
                  " IN SHARE ROW EXCLUSIVE MODE"));

  PostgresSession(Handle handle) {
    super(handle, SchemaHistory.POSTGRES, "postgresql", " COLLATE \"C\"");
  }

  @Override
  public long estimate(Table table) {
    return handle().select(ESTIMATE, table.name()).mapTo(Long.class).one();
  }

  @Override
  public long lastId(Table table) {
    return handle().select(LAST_ID, table.name()).mapTo(Long.class).one();
  }

  @Override
  void setLastId(Table table, long lastId) {
    handle().select(SET_LAST_ID, table.name(), lastId).mapTo(Long.class).one();
  }

  @Override
  boolean isConstraintViolation(SQLException reason) {
    return SqlState.INVALID_VALUES.isReasonOf(reason);
  }

  @Override
  <T> T inSnapshot(Supplier<T> work) {
    return inTransaction(SNAPSHOT, work);
  }

  @Override
  <T> T withLock(Supplier<T> work) {
    return inTransaction(LOCK_TABLES, work);
  }

  private <T> T inTransaction(String begin, Supplier<T> work) {
    return handle()
        .inTransaction(
            handle -> {
              handle.execute(begin);
              return work.get();
            });
  }
}

package dev.vidwiz.transfer.table;

import dev.vidwiz.persistence.migration.SchemaHistory;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Bulk work on a SQLite file. Transactions are SQL statements, as in the server. */
final class SqliteSession extends DatabaseSession {

  SqliteSession(Handle handle) {
    super(handle, SchemaHistory.SQLITE, "sqlite", "");
  }

  /** Counts: SQLite has no estimate, and no table as large as those of a PostgreSQL server. */
  @Override
  public long estimate(Table table) {
    return count(table);
  }

  @Override
  public long lastId(Table table) {
    return handle()
        .select("SELECT seq FROM sqlite_sequence WHERE name = ?", table.name())
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  @Override
  void setLastId(Table table, long lastId) {
    handle().execute("DELETE FROM sqlite_sequence WHERE name = ?", table.name());
    handle().execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", table.name(), lastId);
  }

  /** SQLITE_CONSTRAINT. */
  @Override
  boolean isConstraintViolation(SQLException reason) {
    return (reason.getErrorCode() & 0xff) == 19;
  }

  /** SQLite takes the snapshot at the first query. */
  @Override
  <T> T inSnapshot(Supplier<T> work) {
    return inTransaction(
        "BEGIN",
        () -> {
          handle().select("SELECT count(*) FROM sqlite_master").mapTo(Long.class).one();
          return work.get();
        });
  }

  @Override
  <T> T withLock(Supplier<T> work) {
    return inTransaction("BEGIN IMMEDIATE", work);
  }

  private <T> T inTransaction(String begin, Supplier<T> work) {
    handle().execute(begin);
    try {
      T result = work.get();
      handle().execute("COMMIT");
      return result;
    } catch (Throwable e) {
      rollBack(e);
      throw e;
    }
  }

  /** A failure can end the transaction, too; the first one is the one to report. */
  private void rollBack(Throwable reason) {
    try {
      handle().execute("ROLLBACK");
    } catch (JdbiException e) {
      reason.addSuppressed(e);
    }
  }
}

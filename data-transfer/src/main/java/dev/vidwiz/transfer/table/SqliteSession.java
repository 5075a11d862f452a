package dev.vidwiz.transfer.table;

import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.persistence.sqlite.SqliteDedicatedConnection;
import org.jdbi.v3.core.Handle;

/** Bulk work on a SQLite file. Transactions are SQL statements, as in the server. */
final class SqliteSession extends DatabaseSession {

  private static final String LAST_ID = "SELECT seq FROM sqlite_sequence WHERE name = :table";

  private static final String DELETE_LAST_ID = "DELETE FROM sqlite_sequence WHERE name = :table";

  private static final String INSERT_LAST_ID =
      "INSERT INTO sqlite_sequence (name, seq) VALUES (:table, :lastId)";

  private SqliteSession(Handle handle) {
    super(handle);
  }

  static SqliteSession open(DatabaseSettings.Sqlite settings) {
    return new SqliteSession(SqliteDedicatedConnection.open(settings.file()));
  }

  @Override
  public String kind() {
    return "sqlite";
  }

  @Override
  public long lastId(Table table) {
    return handle()
        .createQuery(LAST_ID)
        .bind("table", table.name())
        .mapTo(Long.class)
        .findOne()
        .orElse(0L);
  }

  @Override
  void setLastId(Table table, long lastId) {
    handle().createUpdate(DELETE_LAST_ID).bind("table", table.name()).execute();
    handle()
        .createUpdate(INSERT_LAST_ID)
        .bind("table", table.name())
        .bind("lastId", lastId)
        .execute();
  }

  @Override
  String textOrder() {
    return "";
  }

  /** SQLite takes the snapshot at the first query. */
  @Override
  void beginSnapshot() {
    handle().execute("BEGIN");
    handle().createQuery("SELECT count(*) FROM sqlite_master").mapTo(Long.class).one();
  }

  @Override
  void beginWrite() {
    handle().execute("BEGIN IMMEDIATE");
  }

  @Override
  void commit() {
    handle().execute("COMMIT");
  }

  @Override
  void rollback() {
    handle().execute("ROLLBACK");
  }
}

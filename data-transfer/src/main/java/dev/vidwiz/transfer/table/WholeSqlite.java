package dev.vidwiz.transfer.table;

import dev.vidwiz.persistence.DatabaseSettings;
import dev.vidwiz.persistence.database.LoneHandles;
import org.jdbi.v3.core.Handle;

/** A SQLite file. Transactions are begun and ended in SQL, as everywhere. */
final class WholeSqlite extends WholeDatabase {

  private static final String LAST_ID = "SELECT seq FROM sqlite_sequence WHERE name = :table";

  private static final String FORGET = "DELETE FROM sqlite_sequence WHERE name = :table";

  private static final String CONTINUE =
      "INSERT INTO sqlite_sequence (name, seq) VALUES (:table, :lastId)";

  private WholeSqlite(Handle handle) {
    super(handle);
  }

  static WholeSqlite open(DatabaseSettings.Sqlite settings) {
    return new WholeSqlite(LoneHandles.open(settings));
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
    handle().createUpdate(FORGET).bind("table", table.name()).execute();
    handle().createUpdate(CONTINUE).bind("table", table.name()).bind("lastId", lastId).execute();
  }

  @Override
  String textOrder() {
    return "";
  }

  /** The snapshot is of the moment of its first query. */
  @Override
  void beginSnapshot() {
    handle().execute("BEGIN");
    handle().createQuery("SELECT count(*) FROM sqlite_master").mapTo(Long.class).one();
  }

  @Override
  void beginChange() {
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

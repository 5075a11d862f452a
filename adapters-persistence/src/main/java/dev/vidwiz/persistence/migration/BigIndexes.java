package dev.vidwiz.persistence.migration;

import java.util.List;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/**
 * Indexes of large tables in PostgreSQL, which a start must not wait for: {@code vidwiz migrate}
 * builds them, and the tables can be written to meanwhile. A file in {@code index/postgres} is one
 * statement, {@code CREATE INDEX CONCURRENTLY}, and has the name of its index. Which indexes are
 * missing is read from the database itself.
 *
 * @see <a
 *     href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY">
 *     Building indexes concurrently</a>
 */
final class BigIndexes {

  static final String FOLDER = "dev/vidwiz/persistence/migration/index/postgres/";

  /** Those of VidWiz; a test compares the names with the files. */
  static final BigIndexes ALL = new BigIndexes(FOLDER, List.of());

  private static final String IS_THERE =
      """
      SELECT EXISTS (
        SELECT 1 FROM pg_index JOIN pg_class ON pg_class.oid = pg_index.indexrelid
        WHERE pg_class.relname = :name AND pg_index.indisvalid
          AND pg_class.relnamespace = CAST(current_schema() AS regnamespace))
      """;

  private static final String PERCENT =
      """
      SELECT CAST(100 * blocks_done / NULLIF(blocks_total, 0) AS integer)
      FROM pg_stat_progress_create_index WHERE datname = current_database()
      """;

  private final String folder;
  private final List<String> names;

  BigIndexes(String folder, List<String> names) {
    this.folder = folder;
    this.names = List.copyOf(names);
  }

  List<String> names() {
    return names;
  }

  /** Returns those that are not there, or that an interrupted statement left incomplete. */
  List<PendingMigration> missing(Handle handle) {
    return names.stream()
        .filter(name -> !handle.createQuery(IS_THERE).bind("name", name).mapTo(boolean.class).one())
        .map(name -> new PendingMigration(name, MigrationFiles.read(folder + name + ".sql")))
        .toList();
  }

  /**
   * Builds an index, on a connection without a transaction. While another transaction has an older
   * snapshot, the statement waits.
   */
  static void build(Handle handle, PendingMigration index) {
    handle.execute("DROP INDEX CONCURRENTLY IF EXISTS \"" + index.name() + "\"");
    handle.execute(index.sql());
  }

  /** Returns how much of the index is built that is being built now. */
  static OptionalInt percent(Handle handle) {
    return handle.createQuery(PERCENT).mapTo(Integer.class).findFirst().stream()
        .mapToInt(Integer::intValue)
        .findFirst();
  }
}

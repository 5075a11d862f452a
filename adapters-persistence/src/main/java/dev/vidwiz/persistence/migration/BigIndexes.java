package dev.vidwiz.persistence.migration;

import dev.vidwiz.persistence.database.RecordMapper;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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

  /**
   * An index.
   *
   * @param name the name, also of the file
   * @param table the table that it is of
   */
  record Index(String name, String table) {}

  /** Those of VidWiz; a test compares the names with the files. */
  static final BigIndexes ALL =
      new BigIndexes(
          FOLDER,
          List.of(new Index("tasks_of_video", "tasks"), new Index("outbox_of_video", "outbox")));

  /** The most rows of a table whose index the migrations build. */
  static final int SMALL = 100_000;

  private static final String IS_THERE =
      """
      SELECT EXISTS (
        SELECT 1 FROM pg_index JOIN pg_class ON pg_class.oid = pg_index.indexrelid
        WHERE pg_class.relname = :name AND pg_index.indisvalid
          AND pg_class.relnamespace = CAST(current_schema() AS regnamespace))
      """;

  private static final String TABLE_EXISTS = "SELECT to_regclass(:table) IS NOT NULL";

  /** Phases count blocks or rows. */
  private static final String PROGRESS =
      """
      SELECT phase,
        CASE WHEN blocks_total > 0 THEN blocks_done ELSE tuples_done END AS done,
        CASE WHEN blocks_total > 0 THEN blocks_total ELSE tuples_total END AS total
      FROM pg_stat_progress_create_index
      WHERE datname = current_database() AND index_relid = to_regclass(:name)
      """;

  private final String folder;
  private final List<Index> indexes;

  BigIndexes(String folder, List<Index> indexes) {
    this.folder = folder;
    this.indexes = List.copyOf(indexes);
  }

  List<Index> indexes() {
    return indexes;
  }

  /** Returns those that are not there, or that an interrupted statement left incomplete. */
  List<PendingMigration> missing(Handle handle) {
    return missing(handle, index -> true);
  }

  /** Returns those that will be missing when all migrations have been run. */
  List<PendingMigration> missingAfterMigrations(Handle handle) {
    return missing(handle, index -> isLarge(handle, index.table));
  }

  private List<PendingMigration> missing(Handle handle, Predicate<Index> which) {
    return indexes.stream()
        .filter(index -> !isThere(handle, index.name))
        .filter(which)
        .map(Index::name)
        .map(name -> new PendingMigration(name, MigrationFiles.read(folder + name + ".sql")))
        .toList();
  }

  private static boolean isThere(Handle handle, String name) {
    return handle.createQuery(IS_THERE).bind("name", name).mapTo(boolean.class).one();
  }

  private static boolean isLarge(Handle handle, String table) {
    return handle.createQuery(TABLE_EXISTS).bind("table", table).mapTo(boolean.class).one()
        && handle
            .createQuery(
                "SELECT count(*) > :small FROM (SELECT 1 FROM "
                    + table
                    + " LIMIT :small + 1) AS counted")
            .bind("small", SMALL)
            .mapTo(boolean.class)
            .one();
  }

  /**
   * Builds an index, on a connection without a transaction. While another transaction has an older
   * snapshot, the statement waits.
   */
  static void build(Handle handle, PendingMigration index) {
    handle.execute("DROP INDEX CONCURRENTLY IF EXISTS \"" + index.name() + "\"");
    handle.execute(index.sql());
  }

  /** Returns how far an index is; empty when it is not being built. */
  static Optional<IndexProgress> progress(Handle handle, String name) {
    return handle
        .createQuery(PROGRESS)
        .bind("name", name)
        .map(
            (RecordMapper<IndexProgress>)
                row ->
                    new IndexProgress(
                        row.getText("phase"), row.getLong("done"), row.getLong("total")))
        .findFirst();
  }
}

package dev.vidwiz.transfer.archive;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.transfer.table.DatabaseSession;
import dev.vidwiz.transfer.table.Table;
import dev.vidwiz.transfer.table.TableWriter;
import dev.vidwiz.transfer.table.Tables;
import java.io.InputStream;
import java.util.Map;
import org.jdbi.v3.core.JdbiException;

/** Restores an archive into an empty database, completely or not at all. */
public final class Restorer {

  private final DatabaseSession database;
  private final Progress progress;

  private Restorer(DatabaseSession database, Progress progress) {
    this.database = database;
    this.progress = progress;
  }

  /**
   * Reads an archive to its end to verify it.
   *
   * @return the number of its rows
   * @throws BadArchiveException when it cannot be restored
   * @throws java.io.UncheckedIOException when the source fails
   */
  public static long check(InputStream source, Progress progress) {
    progress.begin("checking", 0);
    ArchiveReader archive = new ArchiveReader(source, progress);
    return TableSummary.rows(archive.readAll(table -> archive.readRows(table, row -> {})).values());
  }

  /**
   * Restores an archive into a database whose tables exist. Before the commit, the rows are read
   * back and compared with the archive.
   *
   * @param expected the number of rows in the archive, for the progress; 0 if unknown
   * @return the number of rows written
   * @throws BadArchiveException when it cannot be restored
   * @throws NotEmptyException when the database has rows
   * @throws StorageException when the database fails
   * @throws java.io.UncheckedIOException when the source fails
   */
  public static long read(
      InputStream source, DatabaseSettings settings, long expected, Progress progress) {
    progress.begin("restoring", expected);
    ArchiveReader archive = new ArchiveReader(source, progress);
    try (DatabaseSession database = DatabaseSession.open(settings)) {
      Restorer restorer = new Restorer(database, progress);
      return database.transaction(() -> restorer.read(archive));
    }
  }

  private long read(ArchiveReader archive) {
    database.requireCurrentSchema();
    for (Table table : Tables.ALL) {
      if (!database.isEmpty(table)) {
        throw new NotEmptyException(table.name());
      }
    }
    Map<ArchiveTable, TableSummary> tables = archive.readAll(table -> write(archive, table));
    progress.begin("comparing", TableSummary.rows(tables.values()));
    tables.forEach(this::compare);
    // Last, because a rollback does not undo it in PostgreSQL.
    tables.keySet().stream()
        .filter(each -> each.table().isNumbered())
        .forEach(each -> database.advanceIds(each.table(), each.lastId()));
    return TableSummary.rows(tables.values());
  }

  private void write(ArchiveReader archive, ArchiveTable table) {
    try (TableWriter writer = new TableWriter(database.handle(), table.table())) {
      archive.readRows(table, writer::add);
      writer.flush();
    } catch (JdbiException e) {
      if (database.isConstraintViolation(e)) {
        throw new BadArchiveException(
            "the rows of the table %s up to line %d contradict each other or other tables"
                .formatted(table.table().name(), archive.lineNumber()));
      }
      throw StorageException.broken(
          "the database refused a row of the table " + table.table().name(), e);
    }
  }

  private void compare(ArchiveTable table, TableSummary summary) {
    if (!TableDigest.export(database, table.table(), progress, line -> {}).equals(summary)) {
      throw StorageException.broken(
          "the table %s differs from the archive, so nothing was kept"
              .formatted(table.table().name()),
          null);
    }
  }
}

package dev.vidwiz.transfer.archive;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.transfer.table.DatabaseSession;
import dev.vidwiz.transfer.table.Table;
import dev.vidwiz.transfer.table.Tables;
import java.io.InputStream;
import java.util.List;

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
   * @throws BadArchiveException when it cannot be restored
   * @throws java.io.UncheckedIOException when the source fails
   */
  public static void check(InputStream source) {
    new ArchiveReader(source, (table, rows) -> {}).readAll(new ArchiveReader.Sink() {});
  }

  /**
   * Restores an archive into a database whose tables exist. Before the commit, the rows are read
   * back and compared with the archive.
   *
   * @return the number of rows written
   * @throws BadArchiveException when it cannot be restored
   * @throws NotEmptyException when the database has rows
   * @throws StorageException when the database fails
   * @throws java.io.UncheckedIOException when the source fails
   */
  public static long read(InputStream source, DatabaseSettings settings, Progress progress) {
    ArchiveReader archive = new ArchiveReader(source, progress);
    try (DatabaseSession database = DatabaseSession.open(settings)) {
      Restorer restorer = new Restorer(database, progress);
      return TableSummary.rows(database.transaction(() -> restorer.read(archive)));
    }
  }

  private List<TableSummary> read(ArchiveReader archive) {
    database.requireCurrentSchema();
    for (Table table : Tables.ALL) {
      if (!database.isEmpty(table)) {
        throw new NotEmptyException(table.name());
      }
    }
    ArchiveReader.Content content;
    try (DatabaseSink sink = new DatabaseSink(database.handle())) {
      content = archive.readAll(sink);
      sink.flush();
    }
    compare(content);
    // Last, because a rollback does not undo it in PostgreSQL.
    content.tables().stream()
        .filter(each -> each.table().isNumbered())
        .forEach(each -> database.advanceIds(each.table(), each.lastId()));
    return content.summaries();
  }

  private void compare(ArchiveReader.Content content) {
    for (int i = 0; i < content.summaries().size(); i++) {
      ArchiveTable table = content.tables().get(i);
      TableSummary written =
          new TableExporter(database).export(table.table(), table.columns(), progress, line -> {});
      if (!written.equals(content.summaries().get(i))) {
        throw StorageException.broken(
            "the table %s is not as it is in the archive, so nothing was kept"
                .formatted(table.table().name()),
            null);
      }
    }
  }
}

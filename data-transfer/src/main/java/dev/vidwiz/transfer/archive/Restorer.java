package dev.vidwiz.transfer.archive;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.DatabaseSettings;
import dev.vidwiz.persistence.migration.Migrations;
import dev.vidwiz.transfer.table.Table;
import dev.vidwiz.transfer.table.Tables;
import dev.vidwiz.transfer.table.WholeDatabase;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills an empty database from an archive, with all of it or with nothing. */
public final class Restorer {

  private static final ArchiveReader.Sink IGNORE =
      new ArchiveReader.Sink() {
        @Override
        public void begin(ArchiveTable table) {}

        @Override
        public void row(List<@Nullable Object> row) {}
      };

  private final WholeDatabase database;
  private final Progress progress;

  private Restorer(WholeDatabase database, Progress progress) {
    this.database = database;
    this.progress = progress;
  }

  /**
   * Reads an archive to its end, only to see whether it is whole.
   *
   * @throws BadArchiveException when it cannot be restored
   * @throws java.io.UncheckedIOException when the source fails
   */
  public static void check(InputStream source) {
    new ArchiveReader(source, (table, rows) -> {}).readAll(IGNORE);
  }

  /**
   * Reads an archive into a database whose tables are there, compares what is in it afterwards with
   * the archive, and commits.
   *
   * @return how many rows were written
   * @throws BadArchiveException when it cannot be restored
   * @throws NotEmptyException when the database has rows
   * @throws StorageException when the database fails
   * @throws java.io.UncheckedIOException when the source fails
   */
  public static long read(InputStream source, DatabaseSettings settings, Progress progress) {
    ArchiveReader archive = new ArchiveReader(source, progress);
    try (WholeDatabase database = WholeDatabase.open(settings)) {
      Restorer restorer = new Restorer(database, progress);
      return TableTotal.rows(database.change(() -> restorer.read(archive)));
    }
  }

  private List<TableTotal> read(ArchiveReader archive) {
    database.expectSchema(Migrations.newest());
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
    // Last, as it is not undone.
    content.tables().stream()
        .filter(each -> each.table().isNumbered())
        .forEach(each -> database.continueIds(each.table(), each.lastId()));
    return content.totals();
  }

  private void compare(ArchiveReader.Content content) {
    for (int i = 0; i < content.totals().size(); i++) {
      ArchiveTable table = content.tables().get(i);
      TableTotal written =
          new Rows(database).tally(table.table(), table.columns(), progress, line -> {});
      if (!written.equals(content.totals().get(i))) {
        throw StorageException.broken(
            "the table %s is not as it is in the archive, so nothing was kept"
                .formatted(table.table().name()),
            null);
      }
    }
  }
}

package dev.vidwiz.transfer.archive;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.DatabaseSettings;
import dev.vidwiz.persistence.migration.Migrations;
import dev.vidwiz.transfer.table.Table;
import dev.vidwiz.transfer.table.Tables;
import dev.vidwiz.transfer.table.WholeDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes everything that a database holds at one moment into an archive, while servers use it. */
public final class Archiver {

  /** When and by which version of the program an archive is made. */
  public record Origin(Instant time, String vidwiz) {}

  private final WholeDatabase database;
  private final Progress progress;

  private Archiver(WholeDatabase database, Progress progress) {
    this.database = database;
    this.progress = progress;
  }

  /**
   * Writes an archive to {@code target}, which stays open.
   *
   * @return how many rows were written
   * @throws StorageException when the database fails, or has other tables than this program
   * @throws UncheckedIOException when the target fails
   */
  public static long write(
      DatabaseSettings settings, OutputStream target, Origin origin, Progress progress) {
    try (WholeDatabase database = WholeDatabase.open(settings)) {
      Archiver archiver = new Archiver(database, progress);
      ArchiveHeader header =
          new ArchiveHeader(Migrations.newest(), database.kind(), origin.time(), origin.vidwiz());
      return TableTotal.rows(database.snapshot(() -> archiver.write(header, target)));
    }
  }

  private List<TableTotal> write(ArchiveHeader header, OutputStream target) {
    database.expectSchema(header.schema());
    try {
      ArchiveOutput output = new ArchiveOutput(target);
      output.write(header.toJson());
      List<TableTotal> totals = new ArrayList<>();
      for (Table table : Tables.ALL) {
        totals.add(write(table, output));
      }
      output.end(totals);
      return totals;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TableTotal write(Table table, ArchiveOutput output) throws IOException {
    long lastId = table.isNumbered() ? database.lastId(table) : 0;
    output.write(new ArchiveTable(table, table.columns(), lastId).toJson());
    return new Rows(database).tally(table, table.columns(), progress, output::write);
  }
}

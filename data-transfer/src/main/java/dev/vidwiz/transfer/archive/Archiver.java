package dev.vidwiz.transfer.archive;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.migration.Migrations;
import dev.vidwiz.persistence.settings.DatabaseSettings;
import dev.vidwiz.transfer.table.DatabaseSession;
import dev.vidwiz.transfer.table.Table;
import dev.vidwiz.transfer.table.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes a snapshot of a database into an archive, while servers use the database. */
public final class Archiver {

  /** The time of the backup and the version of the program that makes it. */
  public record Origin(Instant time, String vidwiz) {}

  private final DatabaseSession database;
  private final Progress progress;

  private Archiver(DatabaseSession database, Progress progress) {
    this.database = database;
    this.progress = progress;
  }

  /**
   * Writes an archive to {@code target}, which stays open.
   *
   * @return the number of rows written
   * @throws StorageException when the database fails, or its tables have another version
   * @throws UncheckedIOException when the target fails
   */
  public static long write(
      DatabaseSettings settings, OutputStream target, Origin origin, Progress progress) {
    try (DatabaseSession database = DatabaseSession.open(settings)) {
      Archiver archiver = new Archiver(database, progress);
      ArchiveHeader header = ArchiveHeader.of(Migrations.newest(), database.kind(), origin);
      return TableSummary.rows(database.snapshot(() -> archiver.write(header, target)));
    }
  }

  private List<TableSummary> write(ArchiveHeader header, OutputStream target) {
    database.requireCurrentSchema();
    progress.begin("saving", Tables.ALL.stream().mapToLong(database::estimate).sum());
    try {
      ArchiveOutput output = new ArchiveOutput(target);
      output.write(header);
      List<TableSummary> summaries = new ArrayList<>();
      for (Table table : Tables.ALL) {
        summaries.add(write(table, output));
      }
      output.end(summaries);
      return summaries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TableSummary write(Table table, ArchiveOutput output) {
    long lastId = table.isNumbered() ? database.lastId(table) : 0;
    output.write(new ArchiveTable(table, lastId).toJson());
    return TableDigest.export(database, table, progress, output::write);
  }
}

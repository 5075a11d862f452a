package dev.vidwiz.transfer.archive;

import dev.vidwiz.transfer.table.DatabaseSession;
import dev.vidwiz.transfer.table.Table;
import java.security.MessageDigest;
import java.util.function.Consumer;

/** Computes the summary of a table from its lines, and reports progress. */
final class TableDigest {

  private static final int PROGRESS_INTERVAL = 1_000;

  private final String table;
  private final Progress progress;
  private final MessageDigest digest = Sha256.digest();
  private long rows;

  TableDigest(String table, Progress progress) {
    this.table = table;
    this.progress = progress;
  }

  /** Passes on one line per row, sorted by the primary key, and returns their summary. */
  static TableSummary export(
      DatabaseSession database, Table table, Progress progress, Consumer<byte[]> sink) {
    TableDigest tableDigest = new TableDigest(table.name(), progress);
    database.forEachRow(
        table,
        row -> {
          byte[] line = RowJson.write(table, row);
          tableDigest.add(line);
          sink.accept(line);
        });
    return tableDigest.summary();
  }

  void add(byte[] line) {
    digest.update(line);
    rows++;
    if (rows % PROGRESS_INTERVAL == 0) {
      progress.at(table, rows);
    }
  }

  TableSummary summary() {
    return new TableSummary(table, rows, Sha256.hex(digest));
  }
}

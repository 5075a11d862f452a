package dev.vidwiz.transfer.archive;

import java.security.MessageDigest;

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

package dev.vidwiz.transfer.archive;

import java.security.MessageDigest;

/** Counts the rows of a table and sums them up. */
final class Tally {

  private static final int TELL_EVERY = 1_000;

  private final String table;
  private final Progress progress;
  private final MessageDigest digest = Sha256.digest();
  private long rows;

  Tally(String table, Progress progress) {
    this.table = table;
    this.progress = progress;
  }

  void add(byte[] line) {
    digest.update(line);
    rows++;
    if (rows % TELL_EVERY == 0) {
      progress.at(table, rows);
    }
  }

  TableTotal total() {
    return new TableTotal(table, rows, Sha256.hex(digest));
  }
}

package dev.vidwiz.transfer.archive;

import java.util.List;

/**
 * All rows of a table in brief.
 *
 * @param sha256 in lower-case hex, over the lines of the rows in the order of their key
 */
record TableTotal(String table, long rows, String sha256) {

  /** Returns how many rows all tables have. */
  static long rows(List<TableTotal> totals) {
    return totals.stream().mapToLong(TableTotal::rows).sum();
  }
}

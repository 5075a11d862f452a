package dev.vidwiz.transfer.archive;

import java.util.Collection;

/**
 * The number of rows in a table and their check sum.
 *
 * @param sha256 of the lines of the rows, sorted by the primary key; lower-case hex
 */
record TableSummary(String table, long rows, String sha256) {

  /** Returns the total number of rows. */
  static long rows(Collection<TableSummary> summaries) {
    return summaries.stream().mapToLong(TableSummary::rows).sum();
  }
}

package dev.vidwiz.transfer.importing;

/**
 * The results of importing a table, in rows.
 *
 * @param copied inserted, altered ones included
 * @param altered inserted with changed values
 * @param same in the target already, with the same values
 * @param different in the target already, with other values
 * @param skipped not imported
 */
public record TableCount(
    String table, long copied, long altered, long same, long different, long skipped) {

  /** Returns the number of rows in the old database. */
  public long total() {
    return copied + same + different + skipped;
  }
}

package dev.vidwiz.transfer.importing;

/**
 * What became of the rows of a table.
 *
 * @param copied those that were stored, altered ones included
 * @param same those that were here already
 * @param different those that are here, but not as they are there
 */
public record TableCount(
    String table, long copied, long altered, long same, long different, long skipped) {

  /** Returns how many rows there are in the old database. */
  public long total() {
    return copied + same + different + skipped;
  }
}

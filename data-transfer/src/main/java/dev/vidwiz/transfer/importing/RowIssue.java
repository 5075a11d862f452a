package dev.vidwiz.transfer.importing;

/**
 * Something to report about a row of the old database.
 *
 * @param id the id as stored in the old database
 * @param reason a fixed sentence, without values of the row
 */
public record RowIssue(Kind kind, String table, String id, String reason) {

  /** What happened to the row. */
  public enum Kind {
    /** The row was not imported. */
    SKIPPED,
    /** The row was imported with changed values. */
    ALTERED,
    /** The target has the row with other values, which were left unchanged. */
    DIFFERENT
  }
}

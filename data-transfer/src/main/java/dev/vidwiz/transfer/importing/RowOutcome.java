package dev.vidwiz.transfer.importing;

/**
 * The result of importing a row.
 *
 * @param reason why it was skipped; empty for the other kinds
 */
record RowOutcome(NewRow row, Kind kind, String reason) {

  enum Kind {
    /** The row was inserted. */
    COPIED,
    /** The target has the row with the same values. */
    SAME,
    /** The target has the row with other values: one of the two was changed after an import. */
    DIFFERENT,
    /** The row was not imported. */
    SKIPPED
  }
}

package dev.vidwiz.transfer.importing;

import org.jspecify.annotations.Nullable;

/**
 * The result of importing a row.
 *
 * @param reason why it was skipped; null for the other kinds
 */
record RowOutcome(NewRow row, Kind kind, @Nullable String reason) {

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

  static RowOutcome of(NewRow row, Kind kind) {
    return new RowOutcome(row, kind, null);
  }

  static RowOutcome skipped(NewRow row, String reason) {
    return new RowOutcome(row, Kind.SKIPPED, reason);
  }
}

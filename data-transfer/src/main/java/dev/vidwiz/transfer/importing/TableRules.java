package dev.vidwiz.transfer.importing;

import java.util.List;

/** Converts the rows of one table. For one import; not thread-safe. */
interface TableRules {

  /** Returns the table that is converted. */
  OldTable table();

  /** Returns whether {@link #lookAhead} needs all rows before the first is converted. */
  default boolean looksAhead() {
    return false;
  }

  /** Receives each row before the first is converted. */
  default void lookAhead(OldRow row) {}

  /**
   * Converts a row; called once per row, in the order of the ids.
   *
   * @throws UnusableRowException when the row cannot be imported
   */
  NewRow convert(RowReader reader) throws UnusableRowException;

  /** Returns which values of these rows are taken in the target, for columns that are unique. */
  default UniqueValues takenValues(List<NewRow> rows, TargetDatabase target) {
    return UniqueValues.NONE;
  }

  /**
   * Changes a row that the target lacks, so that it does not violate a unique column.
   *
   * @throws UnusableRowException when that is impossible
   */
  default NewRow resolveConflicts(NewRow row, UniqueValues taken) throws UnusableRowException {
    return row;
  }

  /** Records that the target has a row, so that later rows can refer to it. */
  default void recordPresent(NewRow row) {}
}

package dev.vidwiz.transfer.importing;

import java.util.List;

/** Converts the rows of one table. For one import; not thread-safe. */
abstract class TableRules {

  private final OldTable table;
  private final ImportedIds imported;

  TableRules(OldTable table, ImportedIds imported) {
    this.table = table;
    this.imported = imported;
  }

  /** Returns the table that is converted. */
  final OldTable table() {
    return table;
  }

  final ImportedIds imported() {
    return imported;
  }

  /** Returns whether {@link #lookAhead} needs all rows before the first is converted. */
  boolean looksAhead() {
    return false;
  }

  /** Receives each row before the first is converted. */
  void lookAhead(RowReader row) {}

  /**
   * Converts a row; called once per row, in the order of the ids.
   *
   * @throws UnusableRowException when the row cannot be imported
   */
  abstract NewRow convert(RowReader reader) throws UnusableRowException;

  /** Returns what can conflict with other rows of the target. */
  List<UniqueKey> uniqueKeys() {
    return List.of();
  }

  /** Records that the target has a row, so that later rows can refer to it. */
  void recordPresent(NewRow row) {}
}

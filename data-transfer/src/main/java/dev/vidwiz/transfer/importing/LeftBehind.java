package dev.vidwiz.transfer.importing;

import org.jspecify.annotations.Nullable;

/**
 * A table or column of the old database that has values and no place in this one.
 *
 * @param column null if the whole table was left behind
 * @param rows the rows with a value that is neither null nor the default of the column; null if
 *     they could not be counted
 */
public record LeftBehind(String table, @Nullable String column, @Nullable Long rows) {

  /** Returns the name of the table, or those of table and column. */
  public String place() {
    return column == null ? table : table + "." + column;
  }
}

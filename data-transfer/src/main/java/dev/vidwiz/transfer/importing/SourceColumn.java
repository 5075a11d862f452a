package dev.vidwiz.transfer.importing;

import org.jspecify.annotations.Nullable;

/**
 * A column of the old database that stores values, as its catalog describes it.
 *
 * @param type the declared type, in SQL; empty if there is none
 * @param defaultValue an SQL expression; null if there is none
 */
record SourceColumn(String table, String name, String type, @Nullable String defaultValue) {

  /** Returns whether the type is one of JSON, whose own null is no value either. */
  boolean isJson() {
    return type.regionMatches(true, 0, "json", 0, 4);
  }
}

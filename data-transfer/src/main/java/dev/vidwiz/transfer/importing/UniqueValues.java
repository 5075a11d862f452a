package dev.vidwiz.transfer.importing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of unique columns that rows of the target have.
 *
 * @param owners the id of the row that has a value, by column and value
 */
record UniqueValues(Map<String, Map<String, Long>> owners) {

  static final UniqueValues NONE = new UniqueValues(Map.of());

  /** Returns whether a row other than {@code id} has the value. */
  boolean byOther(String column, @Nullable String value, long id) {
    Long owner = value == null ? null : owners.getOrDefault(column, Map.of()).get(value);
    return owner != null && owner != id;
  }
}

package dev.vidwiz.transfer.importing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values that rows here hold and that no two rows may have.
 *
 * @param owners by column and value, the id of the row
 */
record Held(Map<String, Map<String, Long>> owners) {

  static final Held NOTHING = new Held(Map.of());

  /** Tells whether another row than this has the value. */
  boolean byOther(String column, @Nullable String value, long id) {
    Long owner = value == null ? null : owners.getOrDefault(column, Map.of()).get(value);
    return owner != null && owner != id;
  }
}

package dev.vidwiz.transfer.importing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the Python server, every value as text, whatever type it has there. A byte that is no
 * character stands as a lone surrogate.
 *
 * @param position what rows are read in the order of: the id, but for strange tables
 */
record OldRow(long position, Map<String, @Nullable String> values) {

  @Nullable String value(String column) {
    return values.get(column);
  }
}

package dev.vidwiz.transfer.importing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of the old database, with every value as text, whatever its type. An invalid UTF-8 sequence
 * is represented by a lone surrogate.
 *
 * @param position the value that rows are sorted by: the id, or SQLite's rowid
 */
record OldRow(long position, Map<String, @Nullable String> values) {

  @Nullable String value(String column) {
    return values.get(column);
  }
}

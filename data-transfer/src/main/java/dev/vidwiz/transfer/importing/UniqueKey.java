package dev.vidwiz.transfer.importing;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of which each value is in one row of the target only.
 *
 * @param condition a condition in SQL for the rows to which that applies
 * @param value returns the value of a row; null if that does not apply to it
 * @param onConflict changes a row whose value another row of the target has
 */
record UniqueKey(
    String column,
    String condition,
    Function<NewRow, @Nullable String> value,
    Resolution onConflict) {

  /** Resolves a conflict. */
  interface Resolution {

    /**
     * Changes a row so that it has no conflict.
     *
     * @throws UnusableRowException when that is impossible
     */
    NewRow resolve(NewRow row) throws UnusableRowException;
  }

  /** Describes a column that is unique in all rows. */
  static UniqueKey of(String column, Resolution onConflict) {
    return new UniqueKey(column, "TRUE", row -> row.text(column), onConflict);
  }
}

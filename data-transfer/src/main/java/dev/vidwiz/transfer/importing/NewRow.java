package dev.vidwiz.transfer.importing;

import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.transfer.table.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A converted row.
 *
 * @param values by column; all rows of a table have the same columns
 * @param alterations how it differs from the old row, as sentences
 */
record NewRow(long id, Map<String, @Nullable Object> values, List<String> alterations) {

  /** Starts a row, to which {@link #with} adds the other values. */
  static NewRow of(long id, List<String> alterations) {
    return new NewRow(id, new HashMap<>(), alterations).with("id", id);
  }

  /** Adds a value to this row. */
  NewRow with(String column, @Nullable Object value) {
    values.put(column, value);
    return this;
  }

  /** Returns a text; null if there is none. */
  @Nullable String text(String column) {
    return (String) values.get(column);
  }

  Instant createdAt() {
    return (Instant) Objects.requireNonNull(values.get("created_at"));
  }

  /** Returns a copy with null in a column. */
  NewRow without(String column, String alteration) {
    List<String> altered = new ArrayList<>(alterations);
    altered.add(column + " " + alteration);
    return new NewRow(id, new HashMap<>(values), altered).with(column, null);
  }

  /** Returns whether a row of the target has the same values. */
  boolean isSame(NewRow existing) {
    return existing.values().entrySet().stream()
        .allMatch(entry -> isSame(values.get(entry.getKey()), entry.getValue()));
  }

  private static boolean isSame(@Nullable Object one, @Nullable Object other) {
    return (one instanceof JsonText first && other instanceof JsonText second)
        ? OldJson.isSame(first, second)
        : Objects.equals(one, other);
  }

  /** Returns a table with the columns that this row has values for, null included. */
  Table filled(Table table) {
    return table.only(
        table.columns().stream().filter(column -> values.containsKey(column.name())).toList());
  }

  /** Returns the values of the columns of a table, in their order. */
  List<@Nullable Object> in(Table table) {
    return table.columns().stream()
        .<@Nullable Object>map(column -> values.get(column.name()))
        .toList();
  }
}

package dev.vidwiz.transfer.importing;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.transfer.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Copies a table in batches, each in one transaction. */
final class TableCopier {

  private final TableRules rules;
  private final TargetDatabase target;
  private final TableCounter counter;

  TableCopier(TableRules rules, TargetDatabase target, TableCounter counter) {
    this.rules = rules;
    this.target = target;
    this.counter = counter;
  }

  void copy(List<RowReader> oldRows) {
    List<NewRow> rows = new ArrayList<>(oldRows.size());
    for (RowReader reader : oldRows) {
      try {
        rows.add(rules.convert(reader));
      } catch (UnusableRowException e) {
        counter.skip(reader.raw("id"), e.getMessage());
      }
    }
    for (RowOutcome outcome : rows.isEmpty() ? List.<RowOutcome>of() : store(rows)) {
      if (outcome.kind() != RowOutcome.Kind.SKIPPED) {
        rules.recordPresent(outcome.row());
      }
      counter.add(outcome);
    }
    counter.reportProgress();
  }

  /** Splits a batch that the database rejects, until only the rejected rows are left out. */
  private List<RowOutcome> store(List<NewRow> rows) {
    try {
      return target.inTransaction(() -> insertNew(rows));
    } catch (StorageException e) {
      if (!TargetDatabase.isDataError(e)) {
        throw e;
      }
      int half = rows.size() / 2;
      return half == 0
          ? List.of(skipped(rows.getFirst(), "the database refuses it"))
          : Stream.of(rows.subList(0, half), rows.subList(half, rows.size()))
              .flatMap(part -> store(part).stream())
              .toList();
    }
  }

  private List<RowOutcome> insertNew(List<NewRow> rows) {
    Table table = rules.table().target();
    Map<Long, NewRow> existing = target.find(table, rows);
    Map<UniqueKey, Map<String, Long>> owners = new LinkedHashMap<>();
    rules.uniqueKeys().forEach(key -> owners.put(key, target.owners(table, key, rows)));
    List<RowOutcome> outcomes =
        rows.stream().map(row -> compare(row, existing.get(row.id()), owners)).toList();
    target.insert(
        table,
        outcomes.stream()
            .filter(outcome -> outcome.kind() == RowOutcome.Kind.COPIED)
            .map(RowOutcome::row)
            .toList());
    return outcomes;
  }

  /** A row is identified by its id and its creation time, which never change. */
  private RowOutcome compare(
      NewRow row, @Nullable NewRow existing, Map<UniqueKey, Map<String, Long>> owners) {
    if (existing == null) {
      return resolveConflicts(row, owners);
    }
    if (!existing.createdAt().equals(row.createdAt())) {
      return skipped(row, "its id is that of another row here; import it into an empty database");
    }
    boolean same = row.isSame(existing) || resolveConflicts(row, owners).row().isSame(existing);
    return new RowOutcome(row, same ? RowOutcome.Kind.SAME : RowOutcome.Kind.DIFFERENT, "");
  }

  private RowOutcome resolveConflicts(NewRow row, Map<UniqueKey, Map<String, Long>> owners) {
    NewRow resolved = row;
    try {
      for (Map.Entry<UniqueKey, Map<String, Long>> each : owners.entrySet()) {
        String value = each.getKey().value().apply(row);
        Long owner = value == null ? null : each.getValue().get(value);
        if (owner != null && owner != row.id()) {
          resolved = each.getKey().onConflict().resolve(resolved);
        }
      }
      return new RowOutcome(resolved, RowOutcome.Kind.COPIED, "");
    } catch (UnusableRowException e) {
      return skipped(row, e.getMessage());
    }
  }

  private static RowOutcome skipped(NewRow row, @Nullable String reason) {
    return new RowOutcome(row, RowOutcome.Kind.SKIPPED, String.valueOf(reason));
  }
}

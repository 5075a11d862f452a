package dev.vidwiz.transfer.importing;

import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.transfer.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Copies one table, some rows at a time, each time in a transaction. */
final class Copying {

  private final Rules rules;
  private final Target target;
  private final Tally tally;

  Copying(Rules rules, Target target, Tally tally) {
    this.rules = rules;
    this.target = target;
    this.tally = tally;
  }

  void copy(List<OldRow> oldRows) {
    List<NewRow> rows = new ArrayList<>(oldRows.size());
    for (OldRow oldRow : oldRows) {
      Cells cells = new Cells(oldRow);
      try {
        rows.add(rules.convert(cells));
      } catch (Unusable e) {
        tally.skip(oldRow.value("id"), e.reason());
      }
    }
    for (Fate fate : rows.isEmpty() ? List.<Fate>of() : store(rows)) {
      if (fate.kind() != Fate.Kind.SKIPPED) {
        rules.isHere(fate.row());
      }
      tally.add(fate);
    }
    tally.tellProgress();
  }

  /** When the database refuses one row, the others are stored all the same. */
  private List<Fate> store(List<NewRow> rows) {
    try {
      return target.inTransaction(() -> judgeAndInsert(rows));
    } catch (StorageException e) {
      if (!Target.refusedRows(e)) {
        throw e;
      }
      int half = rows.size() / 2;
      return half == 0
          ? List.of(Fate.skipped(rows.getFirst(), "the database refuses it"))
          : Stream.of(rows.subList(0, half), rows.subList(half, rows.size()))
              .flatMap(part -> store(part).stream())
              .toList();
    }
  }

  private List<Fate> judgeAndInsert(List<NewRow> rows) {
    Table table = rules.table().ours();
    Map<Long, NewRow> here = target.find(table, rows);
    Held held = rules.held(rows, target);
    List<Fate> fates = rows.stream().map(row -> judge(row, here.get(row.id()), held)).toList();
    target.insert(
        table,
        fates.stream().filter(fate -> fate.kind() == Fate.Kind.COPIED).map(Fate::row).toList());
    return fates;
  }

  /** A row never changes its id nor the moment it was made: by both it is known again. */
  private Fate judge(NewRow row, @Nullable NewRow here, Held held) {
    if (here == null) {
      return fitIn(row, held);
    }
    if (!here.createdAt().equals(row.createdAt())) {
      return Fate.skipped(
          row, "its id is that of another row here; an empty database would take it");
    }
    boolean same = row.isSame(here) || fitIn(row, held).row().isSame(here);
    return Fate.of(row, same ? Fate.Kind.SAME : Fate.Kind.DIFFERENT);
  }

  private Fate fitIn(NewRow row, Held held) {
    try {
      return Fate.of(rules.fitIn(row, held), Fate.Kind.COPIED);
    } catch (Unusable e) {
      return Fate.skipped(row, e.reason());
    }
  }
}

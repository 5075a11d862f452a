package dev.vidwiz.transfer.importing;

import org.jspecify.annotations.Nullable;

/** Counts what becomes of the rows of one table, and tells what is worth it. */
final class Tally {

  private final String table;
  private final long total;
  private final ImportListener listener;
  private long copied;
  private long altered;
  private long same;
  private long different;
  private long skipped;

  Tally(String table, long total, ImportListener listener) {
    this.table = table;
    this.total = total;
    this.listener = listener;
  }

  void skip(@Nullable String id, String reason) {
    skipped++;
    tell(Remark.Kind.SKIPPED, String.valueOf(id), reason);
  }

  void add(Fate fate) {
    NewRow row = fate.row();
    String id = String.valueOf(row.id());
    switch (fate.kind()) {
      case SAME -> same++;
      case COPIED -> {
        copied++;
        altered += row.alterations().isEmpty() ? 0 : 1;
        row.alterations().forEach(alteration -> tell(Remark.Kind.ALTERED, id, alteration));
      }
      case DIFFERENT -> {
        different++;
        tell(Remark.Kind.DIFFERENT, id, "it is here already, and differs: left as it is here");
      }
      case SKIPPED -> skip(id, String.valueOf(fate.reason()));
    }
  }

  void tellProgress() {
    listener.progressed(table, count().total(), total);
  }

  TableCount count() {
    return new TableCount(table, copied, altered, same, different, skipped);
  }

  private void tell(Remark.Kind kind, String id, String reason) {
    listener.noticed(new Remark(kind, table, id, reason));
  }
}

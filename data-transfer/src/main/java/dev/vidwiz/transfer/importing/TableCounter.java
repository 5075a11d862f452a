package dev.vidwiz.transfer.importing;

import org.jspecify.annotations.Nullable;

/** Counts the outcomes of one table and reports issues and progress to the listener. */
final class TableCounter {

  private final String table;
  private final long total;
  private final ImportListener listener;
  private long copied;
  private long altered;
  private long same;
  private long different;
  private long skipped;

  TableCounter(String table, long total, ImportListener listener) {
    this.table = table;
    this.total = total;
    this.listener = listener;
  }

  void skip(@Nullable String id, @Nullable String reason) {
    skipped++;
    report(RowIssue.Kind.SKIPPED, String.valueOf(id), String.valueOf(reason));
  }

  void add(RowOutcome outcome) {
    NewRow row = outcome.row();
    String id = String.valueOf(row.id());
    switch (outcome.kind()) {
      case SAME -> same++;
      case COPIED -> {
        copied++;
        altered += row.alterations().isEmpty() ? 0 : 1;
        row.alterations().forEach(alteration -> report(RowIssue.Kind.ALTERED, id, alteration));
      }
      case DIFFERENT -> {
        different++;
        report(
            RowIssue.Kind.DIFFERENT,
            id,
            "it already exists here with other values, which are kept");
      }
      case SKIPPED -> skip(id, outcome.reason());
    }
  }

  void reportProgress() {
    listener.progressed(table, count().total(), total);
  }

  TableCount count() {
    return new TableCount(table, copied, altered, same, different, skipped);
  }

  private void report(RowIssue.Kind kind, String id, String reason) {
    listener.issueFound(new RowIssue(kind, table, id, reason));
  }
}

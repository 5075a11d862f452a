package dev.vidwiz.transfer.importing;

import java.util.ArrayList;
import java.util.List;

/** What an import has told. */
class Told implements ImportListener {

  private final List<TableCount> counts = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();

  List<TableCount> counts() {
    return counts;
  }

  /** Returns the counts of a table. */
  TableCount count(String table) {
    return counts.stream().filter(each -> each.table().equals(table)).findFirst().orElseThrow();
  }

  /** Returns what was told about a table, as "id kind: reason". */
  List<String> about(String table) {
    return remarks.stream()
        .filter(remark -> remark.table().equals(table))
        .map(remark -> remark.id() + " " + remark.kind() + ": " + remark.reason())
        .toList();
  }

  List<Remark> remarks() {
    return remarks;
  }

  @Override
  public void progressed(String table, long done, long total) {}

  @Override
  public void noticed(Remark remark) {
    remarks.add(remark);
  }
}

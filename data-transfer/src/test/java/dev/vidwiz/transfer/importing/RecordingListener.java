package dev.vidwiz.transfer.importing;

import java.util.ArrayList;
import java.util.List;

/** Records what an import reports. */
class RecordingListener implements ImportListener {

  private final List<TableCount> counts = new ArrayList<>();
  private final List<RowIssue> issues = new ArrayList<>();
  private final List<LeftBehind> left = new ArrayList<>();

  List<TableCount> counts() {
    return counts;
  }

  /** Returns the counts of a table. */
  TableCount count(String table) {
    return counts.stream().filter(each -> each.table().equals(table)).findFirst().orElseThrow();
  }

  /** Returns the issues of a table, as "id kind: reason". */
  List<String> about(String table) {
    return issues.stream()
        .filter(issue -> issue.table().equals(table))
        .map(issue -> issue.id() + " " + issue.kind() + ": " + issue.reason())
        .toList();
  }

  List<RowIssue> issues() {
    return issues;
  }

  /** Returns what was left behind, as "place rows". */
  List<String> left() {
    return left.stream().map(each -> each.place() + " " + each.rows()).toList();
  }

  @Override
  public void leftBehind(LeftBehind each) {
    left.add(each);
  }

  @Override
  public void progressed(String table, long done, long total) {}

  @Override
  public void issueFound(RowIssue issue) {
    issues.add(issue);
  }
}

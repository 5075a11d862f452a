package dev.vidwiz.transfer.importing;

/** Receives the progress and the issues of an import, in the thread that runs it. */
public interface ImportListener {

  /** Called at the start: the old database has about {@code total} rows in all its tables. */
  default void started(long total) {}

  /** Called after each batch: {@code done} of about {@code total} rows are processed. */
  void progressed(String table, long done, long total);

  /** Called for each row that was skipped, altered, or differs in the target. */
  void issueFound(RowIssue issue);

  /** Called at the end for each table and column with values that have no place here. */
  void leftBehind(LeftBehind left);
}

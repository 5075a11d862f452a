package dev.vidwiz.transfer.archive;

/** Receives the progress of a backup or restore, in the thread that runs it. */
@FunctionalInterface
public interface Progress {

  /**
   * Called at the start of each part of the work.
   *
   * @param work what is done, such as {@code restoring}
   * @param total about how many rows or pages all tables have together; 0 if unknown
   */
  default void begin(String work, long total) {}

  /** Called after every thousand rows of a table: {@code rows} of it are done. */
  void at(String table, long rows);
}

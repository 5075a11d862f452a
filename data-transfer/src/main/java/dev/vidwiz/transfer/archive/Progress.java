package dev.vidwiz.transfer.archive;

/** Receives the progress of a backup or restore, in the thread that runs it. */
@FunctionalInterface
public interface Progress {

  /** Called after every thousand rows of a table. */
  void at(String table, long rows);
}

package dev.vidwiz.transfer.archive;

/** Is told how far the work has come, now and then. */
@FunctionalInterface
public interface Progress {

  /** So many rows of the table are done. */
  void at(String table, long rows);
}

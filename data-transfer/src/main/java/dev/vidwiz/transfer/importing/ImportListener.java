package dev.vidwiz.transfer.importing;

/** Hears how an import gets on, in the thread that runs it. */
public interface ImportListener {

  /** So many rows of a table have been dealt with, out of about {@code total}. */
  void progressed(String table, long done, long total);

  /** Something is to be told about a row. */
  void noticed(Remark remark);
}

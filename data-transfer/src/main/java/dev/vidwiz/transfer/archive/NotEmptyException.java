package dev.vidwiz.transfer.archive;

/** The database to restore into has rows; they are left unchanged. */
public final class NotEmptyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Names a table that has rows. */
  NotEmptyException(String table) {
    super("there are rows in the table " + table);
  }
}

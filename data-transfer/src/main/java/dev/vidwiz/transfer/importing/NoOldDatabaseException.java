package dev.vidwiz.transfer.importing;

/** What was to be imported is no database of a Python server; the message says what it is. */
public final class NoOldDatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoOldDatabaseException(String message) {
    super(message);
  }
}

package dev.vidwiz.transfer.importing;

/** The database to import is not one of an old Python server; the message says why. */
public final class NoOldDatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoOldDatabaseException(String message) {
    super(message);
  }
}

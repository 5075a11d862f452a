package dev.vidwiz.persistence.settings;

/** The database is set up in a way in which VidWiz cannot work; the message says what is wrong. */
public final class UnsuitableDatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Names what was found and what is needed. */
  public UnsuitableDatabaseException(String message) {
    super(message);
  }
}

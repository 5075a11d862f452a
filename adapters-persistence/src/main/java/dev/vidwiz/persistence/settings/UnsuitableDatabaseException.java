package dev.vidwiz.persistence.settings;

/** The database is set up in a way in which VidWiz cannot work; the message says what is wrong. */
public final class UnsuitableDatabaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String remedy;

  /**
   * Names what was found, and what to do.
   *
   * @param remedy one sentence for the operator
   */
  public UnsuitableDatabaseException(String message, String remedy) {
    super(message);
    this.remedy = remedy;
  }

  /** Returns what the operator can do, as one sentence. */
  public String remedy() {
    return remedy;
  }
}

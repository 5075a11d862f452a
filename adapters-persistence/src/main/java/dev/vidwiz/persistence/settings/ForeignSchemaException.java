package dev.vidwiz.persistence.settings;

/**
 * The database contains tables of an older server. VidWiz does not change them; they must be
 * imported into a new database.
 */
public final class ForeignSchemaException extends RuntimeException {

  /** The message is for operators. */
  public ForeignSchemaException(String message) {
    super(message);
  }
}

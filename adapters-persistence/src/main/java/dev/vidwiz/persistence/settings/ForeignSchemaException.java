package dev.vidwiz.persistence.settings;

/**
 * The database holds tables of an older server, which VidWiz did not create and does not touch:
 * they have to be imported into a database of its own.
 */
public final class ForeignSchemaException extends RuntimeException {

  /** Names what was found. */
  public ForeignSchemaException(String message) {
    super(message);
  }
}

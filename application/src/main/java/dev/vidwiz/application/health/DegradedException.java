package dev.vidwiz.application.health;

/**
 * Something is there, and does less than it should. Thrown by a {@link Check}; whoever throws it
 * has told the log.
 */
public final class DegradedException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Says what it does not do. */
  public DegradedException(String message) {
    super(message, null, false, false);
  }
}

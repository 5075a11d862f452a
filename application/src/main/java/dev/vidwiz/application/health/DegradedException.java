package dev.vidwiz.application.health;

/** A part works only partly. The {@link Check} that throws it has logged the reason. */
public final class DegradedException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The message says what does not work. */
  public DegradedException(String message) {
    super(message, null, false, false);
  }
}

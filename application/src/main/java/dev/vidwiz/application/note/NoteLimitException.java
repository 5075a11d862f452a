package dev.vidwiz.application.note;

/** A user has reached a limit of what they may store. The message is for the user. */
public final class NoteLimitException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoteLimitException(String message) {
    super(message, null, false, false);
  }
}

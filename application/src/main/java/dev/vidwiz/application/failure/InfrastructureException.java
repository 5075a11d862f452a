package dev.vidwiz.application.failure;

import org.jspecify.annotations.Nullable;

/**
 * Something outside VidWiz broke: a database, a file store, another server. The cause is kept for
 * the log; the message never reaches a caller.
 */
public abstract class InfrastructureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Keeps what happened and why. */
  protected InfrastructureException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Tells whether the same call may succeed a little later. */
  public abstract boolean isTemporary();
}

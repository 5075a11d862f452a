package dev.vidwiz.application.failure;

import org.jspecify.annotations.Nullable;

/**
 * A failure of a database, a file store or another server. The message and cause are for the log
 * and are not sent to clients.
 */
public abstract class InfrastructureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The cause may be null. */
  protected InfrastructureException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Tells whether a retry may succeed. */
  public abstract boolean isTemporary();

  /**
   * Tells whether a health check must notice the failure, too, and logs when it begins and ends: a
   * part cannot be reached. A part that is reached and refuses something is no outage.
   */
  public boolean isOutage() {
    return false;
  }
}

package dev.vidwiz.application.health;

import org.jspecify.annotations.Nullable;

/** A part does not work, for a reason that its {@link Check} can name. */
public final class DownException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * Names the reason.
   *
   * @param reason for everybody, without addresses and secrets
   * @param cause for the log only; null when there is none
   */
  public DownException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }
}

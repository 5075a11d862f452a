package dev.vidwiz.application.health;

import org.jspecify.annotations.Nullable;

/** A part works only partly. */
public final class DegradedException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Does the same without a cause. */
  public DegradedException(String reason) {
    this(reason, null);
  }

  /**
   * Says what does not work.
   *
   * @param reason for everybody, without addresses and secrets
   * @param cause for the log only; null when there is none
   */
  public DegradedException(String reason, @Nullable Throwable cause) {
    super(reason, cause, false, false);
  }
}

package dev.vidwiz.application.failure;

import java.time.Duration;

/** So much is to be done already that this call is not taken on. */
public final class BusyException extends InfrastructureException {

  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /** Says after which time another try is worth while. */
  public BusyException(String message, Duration retryAfter) {
    super(message, null);
    this.retryAfter = retryAfter;
  }

  /** Returns after which time another try is worth while. */
  public Duration retryAfter() {
    return retryAfter;
  }

  @Override
  public boolean isTemporary() {
    return true;
  }
}

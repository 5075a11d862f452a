package dev.vidwiz.http.worker;

import dev.vidwiz.application.failure.InfrastructureException;
import org.jspecify.annotations.Nullable;

/** The worker's server did not respond, or not as expected. */
final class ServerUnreachableException extends InfrastructureException {

  private static final long serialVersionUID = 1L;

  ServerUnreachableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  @Override
  public boolean isTemporary() {
    return true;
  }
}

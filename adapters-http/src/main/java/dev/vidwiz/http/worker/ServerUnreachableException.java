package dev.vidwiz.http.worker;

import dev.vidwiz.application.failure.InfrastructureException;
import org.jspecify.annotations.Nullable;

/** The server that a worker works for did not answer as it should. */
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

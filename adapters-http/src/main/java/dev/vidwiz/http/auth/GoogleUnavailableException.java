package dev.vidwiz.http.auth;

import dev.vidwiz.application.failure.InfrastructureException;

/** Google's keys could not be fetched. */
final class GoogleUnavailableException extends InfrastructureException {

  GoogleUnavailableException(Throwable cause) {
    super("Google's keys could not be fetched", cause);
  }

  @Override
  public boolean isTemporary() {
    return true;
  }
}

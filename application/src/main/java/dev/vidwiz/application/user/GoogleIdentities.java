package dev.vidwiz.application.user;

import java.util.Optional;

/** Verifies ID tokens of Google. Thread-safe. */
public interface GoogleIdentities {

  /**
   * Returns the identity in a token. Empty when it is forged, expired or for another application.
   *
   * @throws dev.vidwiz.application.failure.InfrastructureException when Google's keys cannot be
   *     fetched
   * @see <a href="https://developers.google.com/identity/gsi/web/guides/verify-google-id-token">
   *     Verify the Google ID token</a>
   */
  Optional<GoogleIdentity> verify(String credential);
}

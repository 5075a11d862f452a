package dev.vidwiz.application.user;

import java.util.Optional;

/** Checks the ID tokens that Google hands to browsers. */
public interface GoogleIdentities {

  /**
   * Returns who the token speaks of; empty when it is forged, expired or meant for another
   * application.
   *
   * @throws dev.vidwiz.application.failure.InfrastructureException when Google's keys cannot be had
   * @see <a href="https://developers.google.com/identity/gsi/web/guides/verify-google-id-token">
   *     Verify the Google ID token</a>
   */
  Optional<GoogleIdentity> verify(String credential);
}

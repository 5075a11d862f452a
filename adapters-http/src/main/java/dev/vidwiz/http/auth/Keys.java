package dev.vidwiz.http.auth;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that identify callers. Requests that need a null one get status 500.
 *
 * @param secretKey signs the tokens of users
 * @param adminToken gives access to {@code /v2/internal}
 * @param tokenLifetime how long a login session is valid
 * @param googleClientId the required audience of Google's ID tokens
 */
public record Keys(
    @Nullable String secretKey,
    @Nullable String adminToken,
    Duration tokenLifetime,
    @Nullable String googleClientId) {

  /** An empty text counts as none. */
  public Keys {
    secretKey = emptyToNull(secretKey);
    adminToken = emptyToNull(adminToken);
    googleClientId = emptyToNull(googleClientId);
  }

  private static @Nullable String emptyToNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  /** Omits secrets, which must not be logged. */
  @Override
  public String toString() {
    return "Keys[tokenLifetime=" + tokenLifetime + ", googleClientId=" + googleClientId + "]";
  }
}

package dev.vidwiz.http.auth;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * By what callers are known. What is null makes the calls that need it answer 500.
 *
 * @param secretKey signs the tokens of users
 * @param adminToken opens {@code /v2/internal}
 * @param tokenLifetime how long the token of a login is good
 * @param googleClientId to whom Google's ID tokens must be addressed
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

  /** Leaves out what must not reach a log. */
  @Override
  public String toString() {
    return "Keys[tokenLifetime=" + tokenLifetime + ", googleClientId=" + googleClientId + "]";
  }
}

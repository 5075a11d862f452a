package dev.vidwiz.http.auth;

import dev.vidwiz.application.user.LongTermTokens;
import dev.vidwiz.application.user.UserTokens;
import dev.vidwiz.domain.user.User;
import dev.vidwiz.http.error.ApiException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tokens of users, as far as the server has a key for them. Thread-safe. */
public final class ServerTokens implements LongTermTokens {

  private final @Nullable UserTokens tokens;

  /**
   * Issues and verifies tokens.
   *
   * @param tokens null without a key; requests that need one get status 500
   */
  public ServerTokens(@Nullable UserTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public String issue(User user) {
    return tokens().issue(user);
  }

  /** Returns a token for a login session. */
  String issueForSession(User user) {
    return tokens().issueForSession(user);
  }

  /** Returns whether a key is configured, without which no token can be checked. */
  boolean canVerify() {
    return tokens != null;
  }

  /** Returns the user of the token; empty when the token is forged, malformed or expired. */
  Optional<UserTokens.Bearer> verify(String token) {
    return tokens().verify(token);
  }

  private UserTokens tokens() {
    if (tokens == null) {
      throw ApiException.notConfigured("SECRET_KEY is not configured");
    }
    return tokens;
  }
}

package dev.vidwiz.application.user;

import dev.vidwiz.domain.user.User;
import java.util.Optional;

/** Issues and verifies the tokens of users, by which requests identify them. Thread-safe. */
public interface UserTokens extends LongTermTokens {

  /** The user that a valid token identifies. */
  record Bearer(long userId, boolean longTerm) {}

  /** Returns a token for a login session, which expires. */
  String issueForSession(User user);

  /**
   * Returns the user of a token; empty when it is forged, malformed or expired. Whether a long-term
   * token was revoked is for {@link CheckLongTermToken}.
   */
  Optional<Bearer> verify(String token);
}

package dev.vidwiz.application.user;

import dev.vidwiz.domain.user.User;

/** Makes the tokens that automations use in place of a login. */
public interface LongTermTokens {

  /** Returns a new token, different from all before. */
  String issue(User user);
}

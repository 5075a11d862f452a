package dev.vidwiz.application.user;

import dev.vidwiz.domain.user.User;

/** Issues long-term tokens. Thread-safe. */
public interface LongTermTokens {

  /** Returns a new, unique token. */
  String issue(User user);
}

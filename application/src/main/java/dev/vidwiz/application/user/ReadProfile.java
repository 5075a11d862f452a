package dev.vidwiz.application.user;

import dev.vidwiz.domain.user.User;
import java.util.Optional;

/** Shows users their own profile. */
public final class ReadProfile {

  private final Users users;

  /** Works on the given users. */
  public ReadProfile(Users users) {
    this.users = users;
  }

  /** Returns the user, if they are still there. */
  public Optional<User> read(long userId) {
    return users.find(userId);
  }
}

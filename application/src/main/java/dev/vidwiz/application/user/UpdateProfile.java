package dev.vidwiz.application.user;

import dev.vidwiz.domain.user.User;
import java.util.Optional;

/** Lets users change their own profile. */
public final class UpdateProfile {

  private final Users users;

  /** Works on the given users. */
  public UpdateProfile(Users users) {
    this.users = users;
  }

  /** Changes what is given and returns the user, if they are still there. */
  public Optional<User> update(long userId, ProfileChange change) {
    return users.updateProfile(userId, change);
  }
}

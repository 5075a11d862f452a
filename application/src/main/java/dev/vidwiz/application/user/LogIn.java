package dev.vidwiz.application.user;

import dev.vidwiz.domain.user.Email;
import dev.vidwiz.domain.user.User;
import java.util.Optional;

/** Checks an address and a password. */
public final class LogIn {

  private final Users users;
  private final PasswordHasher passwords;

  /** Works on the given users. */
  public LogIn(Users users, PasswordHasher passwords) {
    this.users = users;
    this.passwords = passwords;
  }

  /**
   * Returns the user, or nothing for an unknown address as for a wrong password: both take the time
   * of one hash, so that nobody can find out who is registered. A hash made with outdated
   * parameters is replaced.
   */
  public Optional<User> logIn(Email email, String password) {
    Optional<User> user = users.findByEmail(email);
    String hash = user.map(User::passwordHash).orElseGet(passwords::unmatchableHash);
    boolean matches = passwords.verify(password, hash);
    if (!matches || user.map(User::passwordHash).isEmpty()) {
      return Optional.empty();
    }
    if (passwords.isOutdated(hash)) {
      users.replacePasswordHash(user.get().id(), hash, passwords.hash(password));
    }
    return user;
  }
}

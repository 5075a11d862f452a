package dev.vidwiz.application.user;

import dev.vidwiz.domain.user.Email;
import dev.vidwiz.domain.user.User;
import java.util.Optional;

/** Checks an e-mail address and a password. */
public final class LogIn {

  private final Users users;
  private final PasswordHasher passwords;

  /** Works on the given users. */
  public LogIn(Users users, PasswordHasher passwords) {
    this.users = users;
    this.passwords = passwords;
  }

  /**
   * Returns the user, or empty for an unknown address or a wrong password. Both take the time of
   * one hash, so that the response time does not reveal who is registered. A hash with outdated
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

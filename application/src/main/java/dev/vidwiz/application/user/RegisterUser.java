package dev.vidwiz.application.user;

import dev.vidwiz.domain.user.Email;
import dev.vidwiz.domain.user.NewPassword;
import dev.vidwiz.domain.user.User;
import dev.vidwiz.domain.user.UserName;
import java.time.InstantSource;

/** Adds a user who signs in with a password. */
public final class RegisterUser {

  /** The outcome of a registration. */
  public sealed interface Outcome {

    /** The user can log in now. */
    record Registered(User user) implements Outcome {}

    /** The address is registered already, perhaps at the same time. */
    record EmailTaken() implements Outcome {}
  }

  private final Users users;
  private final PasswordHasher passwords;
  private final UserDefaults defaults;
  private final InstantSource clock;

  /** Works on the given users. */
  public RegisterUser(
      Users users, PasswordHasher passwords, UserDefaults defaults, InstantSource clock) {
    this.users = users;
    this.passwords = passwords;
    this.defaults = defaults;
    this.clock = clock;
  }

  /**
   * Registers a user, unless the address is taken.
   *
   * @throws IllegalArgumentException when the password is the address
   */
  public Outcome register(Email email, NewPassword password, UserName name, WaitingClient client) {
    if (password.isOf(email)) {
      throw new IllegalArgumentException("the password is the e-mail address");
    }
    if (users.findByEmail(email).isPresent()) {
      return new Outcome.EmailTaken();
    }
    String hash = passwords.hash(password.value(), client);
    NewUser user =
        new NewUser(email, name.value(), hash, null, defaults.aiNotesEnabled(), clock.instant());
    return users
        .insertIfFree(user)
        .<Outcome>map(Outcome.Registered::new)
        .orElseGet(Outcome.EmailTaken::new);
  }
}

package dev.vidwiz.application.user;

import dev.vidwiz.application.user.FailedLogins.Attempt;
import dev.vidwiz.domain.user.Email;
import dev.vidwiz.domain.user.User;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks an e-mail address and a password. */
public final class LogIn {

  /** How a login ends. */
  public sealed interface Outcome {

    /** The password is right. */
    record LoggedIn(User user) implements Outcome {}

    /** The address or the password is wrong; which of them is not told. */
    record Wrong() implements Outcome {}

    /** So many logins of this account have failed that the next one must wait. */
    record TooManyFailures(Duration delay) implements Outcome {}
  }

  private final Users users;
  private final PasswordHasher passwords;
  private final @Nullable FailedLogins failedLogins;

  /**
   * Works on the given users.
   *
   * @param history where failed logins are counted; null lets them fail as often as they like
   */
  public LogIn(
      Users users, PasswordHasher passwords, @Nullable LoginHistory history, InstantSource clock) {
    this.users = users;
    this.passwords = passwords;
    this.failedLogins = history == null ? null : new FailedLogins(history, clock);
  }

  /**
   * Finds the user. An unknown address and a wrong password are answered alike, are counted alike,
   * and take the time of one hash both, so that nobody can find out who is registered. A hash made
   * with outdated parameters is replaced.
   */
  public Outcome logIn(Email email, String password, WaitingClient client) {
    if (failedLogins == null) {
      return outcome(find(email, password, client), Duration.ZERO);
    }
    Attempt attempt = failedLogins.begin(email, client.address());
    if (!attempt.mayTry()) {
      return new Outcome.TooManyFailures(attempt.delay());
    }
    Optional<User> user;
    try {
      user = find(email, password, client);
    } catch (RuntimeException e) {
      failedLogins.withdraw(attempt);
      throw e;
    }
    if (user.isPresent()) {
      failedLogins.succeeded(attempt);
    }
    return outcome(user, attempt.delay());
  }

  private static Outcome outcome(Optional<User> user, Duration delay) {
    if (user.isPresent()) {
      return new Outcome.LoggedIn(user.get());
    }
    return delay.isZero() ? new Outcome.Wrong() : new Outcome.TooManyFailures(delay);
  }

  private Optional<User> find(Email email, String password, WaitingClient client) {
    Optional<User> user = users.findByEmail(email);
    String hash = user.map(User::passwordHash).orElseGet(passwords::unmatchableHash);
    boolean matches = passwords.verify(password, hash, client);
    if (!matches || user.map(User::passwordHash).isEmpty()) {
      return Optional.empty();
    }
    if (passwords.isOutdated(hash)) {
      users.replacePasswordHash(user.get().id(), hash, passwords.hash(password, client));
    }
    return user;
  }
}

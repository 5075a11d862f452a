package dev.vidwiz.application.user;

import dev.vidwiz.domain.network.AddressPrefix;
import dev.vidwiz.domain.user.Email;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Slows down who guesses passwords, from however many addresses. Ten failed logins of an account in
 * 15 minutes are free; from then on each further one waits twice as long as the one before. Who has
 * signed in to the account from the same address in the last 30 days need not wait for others, but
 * no account has more than a hundred failed logins an hour. Thread-safe.
 */
final class FailedLogins {

  static final int FREE = 10;
  static final int MAX_AN_HOUR = 100;
  static final Duration WINDOW = Duration.ofMinutes(15);
  static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  static final Duration ADDRESS_KNOWN = Duration.ofDays(30);

  private static final Duration HOUR = Duration.ofHours(1);

  /** By then the longest wait is as long as the window. */
  private static final int MAX_DOUBLINGS = 5;

  private final LoginHistory history;
  private final InstantSource clock;

  FailedLogins(LoginHistory history, InstantSource clock) {
    this.history = history;
    this.clock = clock;
  }

  /**
   * An attempt that counts as failed until it is withdrawn: whoever tries at the same time finds it
   * counted.
   *
   * @param delay how long others have to wait; zero when nobody has to
   */
  record Attempt(
      Email account, AddressPrefix address, Instant at, Duration delay, boolean mayTry) {}

  /** Begins an attempt, which must not go on unless it may. */
  Attempt begin(Email account, AddressPrefix address) {
    while (true) {
      Instant now = clock.instant();
      List<Instant> stored = history.failures(account, now);
      List<Instant> failures = ofLastHour(stored, now);
      Duration delay = delay(failures, now);
      boolean mayTry =
          delay.isZero()
              || (failures.size() < MAX_AN_HOUR && history.hasSignedIn(account, address, now));
      if (!mayTry || replace(account, stored, with(failures, now), now)) {
        return new Attempt(account, address, now, delay, mayTry);
      }
    }
  }

  /** The attempt did not fail: nobody needs to know of it. */
  void withdraw(Attempt attempt) {
    change(attempt.account(), failures -> without(failures, attempt.at()));
  }

  /** The attempt succeeded, and its address is known from now on. */
  void succeeded(Attempt attempt) {
    withdraw(attempt);
    history.signedIn(attempt.account(), attempt.address(), clock.instant().plus(ADDRESS_KNOWN));
  }

  private void change(Email account, UnaryOperator<List<Instant>> change) {
    Instant now = clock.instant();
    List<Instant> stored = history.failures(account, now);
    while (!replace(account, stored, change.apply(stored), now)) {
      stored = history.failures(account, now);
    }
  }

  private boolean replace(
      Email account, List<Instant> stored, List<Instant> failures, Instant now) {
    return stored.equals(failures)
        || history.replaceFailures(
            account, stored, failures, now, failures.isEmpty() ? now : now.plus(HOUR));
  }

  /** Returns how long the next attempt has to wait. */
  private static Duration delay(List<Instant> failures, Instant now) {
    Instant windowStart = now.minus(WINDOW);
    int recent = (int) failures.stream().filter(windowStart::isBefore).count();
    Instant next = now;
    if (recent >= FREE) {
      int doublings = Math.min(recent - FREE, MAX_DOUBLINGS);
      next = failures.getLast().plus(FIRST_WAIT.multipliedBy(1L << doublings));
    }
    if (failures.size() >= MAX_AN_HOUR) {
      Instant firstLeaves = failures.get(failures.size() - MAX_AN_HOUR).plus(HOUR);
      next = next.isAfter(firstLeaves) ? next : firstLeaves;
    }
    return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
  }

  /** Leaves out what lies far ahead, too: a clock was set back. */
  private static List<Instant> ofLastHour(List<Instant> failures, Instant now) {
    Instant from = now.minus(HOUR);
    Instant to = now.plus(FIRST_WAIT);
    return failures.stream()
        .filter(failure -> failure.isAfter(from) && failure.isBefore(to))
        .toList();
  }

  private static List<Instant> with(List<Instant> failures, Instant now) {
    List<Instant> more = new ArrayList<>(failures);
    more.add(now);
    return more;
  }

  private static List<Instant> without(List<Instant> failures, Instant one) {
    List<Instant> fewer = new ArrayList<>(failures);
    fewer.remove(one);
    return fewer;
  }
}

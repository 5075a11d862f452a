package dev.vidwiz.application.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.failure.CallerGoneException;
import dev.vidwiz.application.storage.InMemoryStorage;
import dev.vidwiz.application.storage.Race;
import dev.vidwiz.application.user.LogIn.Outcome;
import dev.vidwiz.domain.network.AddressPrefix;
import dev.vidwiz.domain.user.Email;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailedLoginsTest {

  private static final Email ANN = new Email("ann@example.com");
  private static final WaitingClient HOME = from("192.0.2.1");
  private static final WaitingClient ELSEWHERE = from("198.51.100.7");
  private static final Outcome WRONG = new Outcome.Wrong();

  private final InMemoryStorage storage = new InMemoryStorage();
  private final SettableClock clock = new SettableClock();
  private final LogIn logIn = new LogIn(storage.users(), new Passwords(), storage.logins(), clock);

  FailedLoginsTest() {
    NewUser ann = new NewUser(ANN, "Ann", "right", null, false, clock.instant());
    assertThat(storage.users().insertIfFree(ann)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ann@example.com", "nobody@example.com"})
  void the_eleventh_in_15_minutes_waits_from_then_on_twice_as_long_each_time(String address) {
    Email account = new Email(address);
    fail(account, 10);

    for (int seconds = 30; seconds <= 240; seconds *= 2) {
      assertThat(tryWrong(account)).isEqualTo(tooMany(seconds));
      clock.advance(Duration.ofSeconds(seconds).minusNanos(1_000));
      assertThat(tryWrong(account)).isEqualTo(new Outcome.TooManyFailures(Duration.ofNanos(1_000)));
      clock.advance(Duration.ofNanos(1_000));
      assertThat(tryWrong(account)).isEqualTo(WRONG);
    }
  }

  @Test
  void ten_in_15_minutes_are_free_whenever_these_begin() {
    fail(ANN, 9);
    clock.advance(Duration.ofMinutes(14));
    fail(ANN, 1);

    assertThat(tryWrong(ANN)).isEqualTo(tooMany(30));
    clock.advance(Duration.ofMinutes(1));
    fail(ANN, 9);
    assertThat(tryWrong(ANN)).isInstanceOf(Outcome.TooManyFailures.class);
  }

  @Test
  void who_tries_whenever_it_is_allowed_fails_less_than_a_hundred_times_an_hour() {
    Instant end = clock.instant().plus(Duration.ofHours(1));
    int failed = 0;
    while (clock.instant().isBefore(end)) {
      switch (tryWrong(ANN)) {
        case Outcome.Wrong() -> failed++;
        case Outcome.TooManyFailures(Duration delay) -> clock.advance(delay);
        case Outcome.LoggedIn(var user) -> throw new AssertionError(user);
      }
    }

    assertThat(failed).isBetween(40, 100);
  }

  @Test
  void the_right_password_waits_too_unless_its_address_has_signed_in_lately() {
    assertThat(tryRight(HOME)).isInstanceOf(Outcome.LoggedIn.class);
    clock.advance(Duration.ofDays(30).minusSeconds(1));
    fail(ANN, 10);

    assertThat(tryRight(ELSEWHERE)).isEqualTo(tooMany(30));
    assertThat(logIn.logIn(ANN, "wrong", HOME)).isEqualTo(tooMany(30));
    assertThat(tryRight(HOME)).isInstanceOf(Outcome.LoggedIn.class);
    assertThat(tryWrong(ANN)).isEqualTo(tooMany(60));
  }

  @Test
  void an_address_is_forgotten_after_30_days() {
    tryRight(HOME);
    clock.advance(Duration.ofDays(30));
    fail(ANN, 10);

    assertThat(tryRight(HOME)).isEqualTo(tooMany(30));
  }

  @Test
  void a_known_address_has_a_hundred_failures_an_hour_and_no_more() {
    tryRight(HOME);
    for (int i = 0; i < 100; i++) {
      assertThat(logIn.logIn(ANN, "wrong", HOME)).isNotInstanceOf(Outcome.LoggedIn.class);
      clock.advance(Duration.ofSeconds(1));
    }

    assertThat(tryRight(HOME)).isEqualTo(tooMany(3_600 - 100));
    clock.advance(Duration.ofSeconds(3_500));
    assertThat(tryRight(HOME)).isInstanceOf(Outcome.LoggedIn.class);
  }

  @Test
  void the_right_password_and_a_login_given_up_count_for_nothing() {
    for (int i = 0; i < 20; i++) {
      assertThat(tryRight(HOME)).isInstanceOf(Outcome.LoggedIn.class);
      assertThatExceptionOfType(CallerGoneException.class)
          .isThrownBy(() -> logIn.logIn(ANN, "gone", ELSEWHERE));
    }

    assertThat(tryWrong(ANN)).isEqualTo(WRONG);
  }

  @Test
  void who_tries_at_once_has_no_more_tries() throws InterruptedException {
    assertThat(Race.run(100, runner -> tryWrong(ANN))).filteredOn(WRONG::equals).hasSize(10);
  }

  @Test
  void a_clock_that_is_set_back_locks_nobody_out() {
    fail(ANN, 10);
    clock.advance(Duration.ofHours(-1));

    assertThat(tryWrong(ANN)).isEqualTo(WRONG);
  }

  private void fail(Email account, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(tryWrong(account)).isEqualTo(WRONG);
    }
  }

  private Outcome tryWrong(Email account) {
    return logIn.logIn(account, "wrong", ELSEWHERE);
  }

  private Outcome tryRight(WaitingClient client) {
    return logIn.logIn(ANN, "right", client);
  }

  private static Outcome tooMany(int seconds) {
    return new Outcome.TooManyFailures(Duration.ofSeconds(seconds));
  }

  private static WaitingClient from(String address) {
    return new WaitingClient(new AddressPrefix(address), () -> false);
  }

  /** Hashes nothing; who says "gone" has gone meanwhile. */
  private static final class Passwords implements PasswordHasher {

    @Override
    public String hash(String password, WaitingClient client) {
      return password;
    }

    @Override
    public String unmatchableHash() {
      return "none";
    }

    @Override
    public boolean verify(String password, String hash, WaitingClient client) {
      if (password.equals("gone")) {
        throw new CallerGoneException();
      }
      return hash.equals(password);
    }

    @Override
    public boolean isOutdated(String hash) {
      return false;
    }
  }
}

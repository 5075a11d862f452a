package dev.vidwiz.application.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.storage.Race;
import dev.vidwiz.application.storage.StorageContract;
import dev.vidwiz.domain.network.AddressPrefix;
import dev.vidwiz.domain.user.Email;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link LoginHistory} promises. */
public abstract class LoginHistoryContract extends StorageContract {

  private static final Email ANN = new Email("ann@example.com");
  private static final Email BOB = new Email("bob@example.com");
  private static final AddressPrefix HOME = new AddressPrefix("192.0.2.1");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
  private static final Instant LATER = NOON.plus(Duration.ofHours(1));

  @Test
  void keeps_the_failures_of_each_account_until_they_are_forgotten() {
    LoginHistory logins = storage.logins();

    assertThat(logins.failures(ANN, NOON)).isEmpty();
    assertThat(logins.replaceFailures(ANN, List.of(), List.of(NOON, NOON), NOON, LATER)).isTrue();
    assertThat(logins.failures(ANN, NOON)).containsExactly(NOON, NOON);
    assertThat(logins.failures(BOB, NOON)).isEmpty();
    assertThat(logins.failures(ANN, LATER.minusNanos(1_000))).hasSize(2);
    assertThat(logins.failures(ANN, LATER)).isEmpty();
    assertThat(logins.replaceFailures(ANN, List.of(), List.of(LATER), LATER, LATER.plusSeconds(9)))
        .isTrue();
    assertThat(logins.failures(ANN, LATER)).containsExactly(LATER);
  }

  @Test
  void replaces_no_failures_but_those_that_are_known() {
    LoginHistory logins = storage.logins();
    Instant second = NOON.plusSeconds(1);
    logins.replaceFailures(ANN, List.of(), List.of(NOON), NOON, LATER);

    assertThat(logins.replaceFailures(ANN, List.of(), List.of(second), NOON, LATER)).isFalse();
    assertThat(logins.replaceFailures(ANN, List.of(second), List.of(), NOON, LATER)).isFalse();
    assertThat(logins.failures(ANN, NOON)).containsExactly(NOON);
    assertThat(logins.replaceFailures(ANN, List.of(NOON), List.of(second), NOON, LATER)).isTrue();
    assertThat(logins.failures(ANN, NOON)).containsExactly(second);
    assertThat(logins.replaceFailures(ANN, List.of(second), List.of(), NOON, NOON)).isTrue();
    assertThat(logins.replaceFailures(ANN, List.of(), List.of(NOON), NOON, LATER)).isTrue();
  }

  @Test
  void one_of_many_who_replace_the_same_at_once_succeeds() throws InterruptedException {
    LoginHistory logins = storage.logins();

    for (List<Instant> known : List.of(List.<Instant>of(), List.of(NOON))) {
      assertThat(
              Race.run(
                  50,
                  runner ->
                      logins.replaceFailures(
                          ANN, known, List.of(known.isEmpty() ? NOON : LATER), NOON, LATER)))
          .filteredOn(stored -> stored)
          .hasSize(1);
    }
  }

  @Test
  void knows_from_where_a_user_has_signed_in() {
    LoginHistory logins = storage.logins();
    logins.signedIn(ANN, HOME, LATER.minusSeconds(9));
    logins.signedIn(ANN, HOME, LATER);

    assertThat(logins.hasSignedIn(ANN, HOME, LATER.minusNanos(1_000))).isTrue();
    assertThat(logins.hasSignedIn(ANN, HOME, LATER)).isFalse();
    assertThat(logins.hasSignedIn(BOB, HOME, NOON)).isFalse();
    assertThat(logins.hasSignedIn(ANN, new AddressPrefix("192.0.2.2"), NOON)).isFalse();
  }

  @Test
  void removes_what_is_forgotten_alone() {
    LoginHistory logins = storage.logins();
    logins.signedIn(ANN, HOME, NOON);
    logins.signedIn(BOB, HOME, LATER);
    logins.replaceFailures(ANN, List.of(), List.of(NOON), NOON, LATER);

    logins.removeForgotten(NOON);

    assertThat(logins.hasSignedIn(ANN, HOME, NOON.minusSeconds(1))).isFalse();
    assertThat(logins.hasSignedIn(BOB, HOME, NOON)).isTrue();
    assertThat(logins.failures(ANN, NOON)).hasSize(1);
  }
}

package dev.vidwiz.application.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.fetch.FetchState.Kind;
import dev.vidwiz.domain.task.TaskType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BreakerTest {

  private static final TaskType TRANSCRIPT = TaskType.TRANSCRIPT;
  private static final TaskType METADATA = TaskType.METADATA;

  private final SettableClock clock = new SettableClock();
  private final AtomicInteger recoveries = new AtomicInteger();

  /** Its threads do not wait, and nothing is random. */
  private final Breaker breaker =
      new Breaker(clock, () -> 0, Duration.ZERO, recoveries::incrementAndGet);

  @Test
  void starts_half_open_and_permits_one_probe() throws InterruptedException {
    Permission.Granted probe = granted(TRANSCRIPT);

    assertThat(waits(TRANSCRIPT)).isTrue();
    assertThat(waits(METADATA)).isTrue();
    breaker.answered(probe);
    granted(TRANSCRIPT);
    granted(TRANSCRIPT);
    assertThat(recoveries).hasValue(0);
  }

  @Test
  void metadata_prove_nothing_for_transcripts() throws InterruptedException {
    breaker.answered(granted(METADATA));
    granted(METADATA);

    Permission.Granted probe = granted(TRANSCRIPT);

    assertThat(waits(TRANSCRIPT)).isTrue();
    granted(METADATA);
    breaker.answered(probe);
    granted(TRANSCRIPT);
  }

  @Test
  void rests_longer_each_time_it_is_blocked() throws InterruptedException {
    List<Duration> rests = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      rests.add(block(granted(TRANSCRIPT), null).time());
      assertThat(breaker.isResting()).isTrue();
      clock.advance(rests.getLast());
      assertThat(breaker.isResting()).isFalse();
    }

    assertThat(rests)
        .containsExactly(
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(6),
            Duration.ofHours(6));
  }

  @Test
  void rests_shorter_when_the_source_cannot_be_reached() throws InterruptedException {
    List<Duration> rests = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Permission.Denied refused =
          breaker.refused(granted(TRANSCRIPT), Kind.UNREACHABLE, "no route", null);
      rests.add(refused.time());
      clock.advance(refused.time());
    }

    assertThat(rests).extracting(Duration::toMinutes).containsExactly(1L, 2L, 4L, 8L, 15L, 15L);
    assertThat(breaker.state().kind()).isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void rests_for_as_long_as_the_source_asks_and_six_hours_at_most() throws InterruptedException {
    Permission.Denied first = block(granted(TRANSCRIPT), Duration.ofHours(3));
    assertThat(first.time()).isEqualTo(Duration.ofHours(3));
    clock.advance(first.time());
    Permission.Denied second = block(granted(TRANSCRIPT), Duration.ofSeconds(Long.MAX_VALUE));
    assertThat(second.time()).isEqualTo(Duration.ofHours(6));
    clock.advance(second.time());

    assertThat(block(granted(TRANSCRIPT), Duration.ofSeconds(-1)).time())
        .isEqualTo(Duration.ofHours(1));
  }

  @Test
  void adds_a_tenth_to_a_rest_at_most_and_a_little_to_what_is_parked() throws InterruptedException {
    Breaker random = new Breaker(clock, new Random(7), Duration.ZERO, () -> {});
    Permission.Granted probe = (Permission.Granted) random.ask(TRANSCRIPT, false);
    random.refused(probe, Kind.BLOCKED, "429", null);

    Duration rest = Duration.between(clock.instant(), random.state().nextTry());
    assertThat(rest).isBetween(Duration.ofMinutes(15), Duration.ofSeconds(990));
    for (int i = 0; i < 100; i++) {
      assertThat(((Permission.Denied) random.ask(TRANSCRIPT, false)).time())
          .isBetween(rest, rest.plusSeconds(30));
    }
  }

  @Test
  void parks_everything_with_the_same_sentence_while_it_rests() throws InterruptedException {
    Permission.Denied refused = block(granted(TRANSCRIPT), null);

    assertThat(refused.reason()).isEqualTo("android: 429");
    assertThat(refused.sentence())
        .isEqualTo("YouTube is refusing this server at the moment; next try at 12:16 UTC.");
    clock.advance(Duration.ofMinutes(5));
    Permission.Denied parked = (Permission.Denied) breaker.ask(METADATA, false);
    assertThat(parked.sentence()).isEqualTo(refused.sentence());
    assertThat(parked.reason()).isEqualTo("the worker rests: android: 429");
    assertThat(parked.time()).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void a_transcript_proves_that_metadata_are_given_too() throws InterruptedException {
    rest(block(granted(METADATA), null));

    breaker.answered(granted(TRANSCRIPT));

    assertThat(recoveries).hasValue(1);
    assertThat(breaker.state().kind()).isEqualTo(Kind.WORKING);
    granted(METADATA);
    granted(METADATA);
  }

  @Test
  void works_again_when_the_type_that_was_refused_last_is_given_something()
      throws InterruptedException {
    rest(block(granted(TRANSCRIPT), null));

    breaker.answered(granted(METADATA));
    assertThat(breaker.state().kind()).isEqualTo(Kind.BLOCKED);
    assertThat(recoveries).hasValue(0);
    breaker.answered(granted(TRANSCRIPT));

    assertThat(breaker.state().kind()).isEqualTo(Kind.WORKING);
    assertThat(recoveries).hasValue(1);
    assertThat(block(granted(TRANSCRIPT), null).time()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  void a_source_that_withholds_ends_the_rests() throws InterruptedException {
    rest(block(granted(TRANSCRIPT), null));

    breaker.withheld(granted(TRANSCRIPT), "android: empty");

    assertThat(recoveries).hasValue(1);
    assertThat(breaker.state())
        .isEqualTo(new FetchState(Kind.WITHHELD, clock.instant(), null, "android: empty"));
    granted(TRANSCRIPT);
    breaker.answered(granted(METADATA));
    assertThat(breaker.state().kind()).isEqualTo(Kind.WITHHELD);
    breaker.answered(granted(TRANSCRIPT));
    assertThat(breaker.state().kind()).isEqualTo(Kind.WORKING);
  }

  @Test
  void several_refusals_of_running_fetches_count_once() throws InterruptedException {
    breaker.answered(granted(TRANSCRIPT));
    Permission.Granted first = granted(TRANSCRIPT);
    Permission.Granted second = granted(TRANSCRIPT);
    Permission.Granted third = granted(TRANSCRIPT);
    Permission.Granted fourth = granted(TRANSCRIPT);

    block(first, null);
    assertThat(block(second, null).time()).isEqualTo(Duration.ofMinutes(15));
    assertThat(block(third, Duration.ofMinutes(20)).time()).isEqualTo(Duration.ofMinutes(20));
    breaker.answered(fourth);
    assertThat(breaker.isResting()).isTrue();
    assertThat(recoveries).hasValue(0);
    clock.advance(Duration.ofMinutes(20));
    assertThat(block(granted(TRANSCRIPT), null).time()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void a_late_refusal_from_before_a_rest_starts_no_new_rest() throws InterruptedException {
    breaker.answered(granted(TRANSCRIPT));
    Permission.Granted late = granted(TRANSCRIPT);
    rest(block(granted(TRANSCRIPT), null));
    breaker.answered(granted(TRANSCRIPT));

    assertThat(block(late, null).time()).isEqualTo(Duration.ofSeconds(30));
    assertThat(breaker.isResting()).isFalse();
    assertThat(breaker.state().kind()).isEqualTo(Kind.WORKING);
  }

  @Test
  void blocked_is_more_severe_than_unreachable() throws InterruptedException {
    breaker.answered(granted(TRANSCRIPT));
    Permission.Granted first = granted(TRANSCRIPT);
    Permission.Granted second = granted(TRANSCRIPT);
    Permission.Granted third = granted(TRANSCRIPT);
    breaker.refused(first, Kind.UNREACHABLE, "no route", null);

    block(second, null);
    breaker.refused(third, Kind.UNREACHABLE, "no route", null);

    assertThat(breaker.state().kind()).isEqualTo(Kind.BLOCKED);
    assertThat(breaker.state().nextTry()).isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
  }

  @Test
  void an_operator_retry_is_permitted_during_a_rest() throws InterruptedException {
    block(granted(TRANSCRIPT), null);

    Permission.Granted retry = (Permission.Granted) breaker.ask(TRANSCRIPT, true);
    assertThat(breaker.ask(TRANSCRIPT, true)).isInstanceOf(Permission.Denied.class);
    breaker.answered(retry);

    assertThat(recoveries).hasValue(1);
    granted(TRANSCRIPT);
  }

  @Test
  void a_failed_operator_retry_does_not_extend_the_rest() throws InterruptedException {
    block(granted(TRANSCRIPT), null);
    clock.advance(Duration.ofMinutes(5));

    assertThat(block((Permission.Granted) breaker.ask(TRANSCRIPT, true), null).time())
        .isEqualTo(Duration.ofMinutes(10));
    assertThat(breaker.ask(TRANSCRIPT, true)).isInstanceOf(Permission.Denied.class);
    clock.advance(Duration.ofSeconds(10));
    assertThat(breaker.ask(TRANSCRIPT, true)).isInstanceOf(Permission.Granted.class);
  }

  @Test
  void a_probe_without_a_result_leaves_the_breaker_half_open() throws InterruptedException {
    breaker.abandoned(granted(TRANSCRIPT));

    granted(TRANSCRIPT);
    assertThat(waits(TRANSCRIPT)).isTrue();
  }

  private Permission.Granted granted(TaskType type) throws InterruptedException {
    return (Permission.Granted) breaker.ask(type, false);
  }

  private boolean waits(TaskType type) throws InterruptedException {
    return breaker.ask(type, false) instanceof Permission.Denied refused
        && refused.time().equals(Duration.ofSeconds(30))
        && refused.sentence() == null;
  }

  private Permission.Denied block(Permission.Granted permission, @Nullable Duration retryAfter) {
    return breaker.refused(permission, Kind.BLOCKED, "android: 429", retryAfter);
  }

  private void rest(Permission.Denied refused) {
    clock.advance(refused.time());
  }
}

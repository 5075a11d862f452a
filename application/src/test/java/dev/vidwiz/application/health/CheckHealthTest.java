package dev.vidwiz.application.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CheckHealthTest {

  private static final Check FINE = () -> {};
  private static final Check BROKEN =
      () -> {
        throw new IllegalStateException("password is 1234");
      };

  private final SettableClock clock = new SettableClock();

  @Test
  void a_server_is_ready_when_its_database_works_and_is_migrated() {
    Health health =
        check(Map.of(Part.DATABASE, FINE, Part.MIGRATIONS, FINE, Part.CHAT_MODEL, BROKEN));

    assertThat(health.isReady()).isTrue();
    assertThat(health.parts())
        .isEqualTo(
            Map.of(
                Part.DATABASE, Status.UP,
                Part.MIGRATIONS, Status.UP,
                Part.TRANSCRIPT_STORE, Status.NOT_CONFIGURED,
                Part.JOB_QUEUE, Status.NOT_CONFIGURED,
                Part.CHAT_MODEL, Status.DOWN,
                Part.VIDEO_SOURCE, Status.NOT_CONFIGURED));
  }

  @Test
  void a_server_with_a_degraded_part_is_ready() {
    Check degraded =
        () -> {
          throw new DegradedException("blocked");
        };

    Health health =
        check(Map.of(Part.DATABASE, FINE, Part.MIGRATIONS, FINE, Part.VIDEO_SOURCE, degraded));

    assertThat(health.isReady()).isTrue();
    assertThat(health.parts()).containsEntry(Part.VIDEO_SOURCE, Status.DEGRADED);
  }

  @Test
  void a_server_without_its_database_or_its_tables_is_not_ready() {
    assertThat(check(Map.of(Part.DATABASE, BROKEN, Part.MIGRATIONS, FINE)).isReady()).isFalse();
    assertThat(check(Map.of(Part.DATABASE, FINE, Part.MIGRATIONS, BROKEN)).isReady()).isFalse();
    assertThat(check(Map.of(Part.DATABASE, FINE)).isReady()).isFalse();
  }

  @Test
  void a_stopping_server_is_not_ready() {
    CheckHealth health = new CheckHealth(Map.of(Part.DATABASE, FINE, Part.MIGRATIONS, FINE), clock);

    health.close();

    assertThat(health.check().isReady()).isFalse();
    assertThat(health.check().stopping()).isTrue();
  }

  @Test
  void results_are_cached_for_some_seconds() {
    AtomicInteger looks = new AtomicInteger();
    CheckHealth health = new CheckHealth(Map.of(Part.DATABASE, looks::incrementAndGet), clock);

    health.check();
    health.check();
    assertThat(looks).hasValue(1);

    clock.advance(Part.DATABASE.trusted());
    health.check();
    assertThat(looks).hasValue(2);
  }

  @Test
  void a_clock_set_back_does_not_extend_the_cache() {
    AtomicInteger looks = new AtomicInteger();
    CheckHealth health = new CheckHealth(Map.of(Part.DATABASE, looks::incrementAndGet), clock);
    health.check();

    clock.advance(Duration.ofHours(-1));

    health.check();
    assertThat(looks).hasValue(2);
  }

  @Test
  void concurrent_callers_share_one_parallel_check_of_each_part() {
    AtomicInteger looks = new AtomicInteger();
    CountDownLatch bothLooking = new CountDownLatch(2);
    Check meeting =
        () -> {
          looks.incrementAndGet();
          bothLooking.countDown();
          bothLooking.await();
        };
    CheckHealth health =
        new CheckHealth(Map.of(Part.DATABASE, meeting, Part.MIGRATIONS, meeting), clock);

    List<CompletableFuture<Health>> answers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      answers.add(CompletableFuture.supplyAsync(health::check));
    }

    assertThat(answers).allMatch(answer -> answer.join().isReady());
    assertThat(looks).hasValue(2);
  }

  @Test
  void a_check_that_hangs_is_interrupted_and_counts_as_down() throws InterruptedException {
    CountDownLatch calledOff = new CountDownLatch(1);
    Check hanging =
        () -> {
          try {
            new CountDownLatch(1).await();
          } finally {
            calledOff.countDown();
          }
        };

    assertThat(check(Map.of(Part.DATABASE, hanging)).parts())
        .containsEntry(Part.DATABASE, Status.DOWN);
    calledOff.await();
  }

  @Test
  void no_check_starts_while_another_ignores_its_interrupt() {
    AtomicInteger looks = new AtomicInteger();
    CountDownLatch end = new CountDownLatch(1);
    Check deaf =
        () -> {
          looks.incrementAndGet();
          while (end.getCount() > 0) {
            try {
              end.await();
            } catch (InterruptedException e) {
              // Goes on regardless.
            }
          }
        };
    CheckHealth health = new CheckHealth(Map.of(Part.DATABASE, deaf), clock);
    health.check();

    clock.advance(Part.DATABASE.trusted());

    assertThat(health.check().parts()).containsEntry(Part.DATABASE, Status.DOWN);
    assertThat(looks).hasValue(1);
    end.countDown();
  }

  private Health check(Map<Part, Check> checks) {
    return new CheckHealth(checks, clock).check();
  }
}

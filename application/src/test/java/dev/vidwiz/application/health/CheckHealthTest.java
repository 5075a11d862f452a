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
  void a_server_is_ready_when_its_database_is_there_and_up_to_date() {
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
  void a_server_with_a_part_that_does_less_than_it_should_is_ready() {
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
  void a_server_that_stops_is_not_ready_however_well_it_is() {
    CheckHealth health = new CheckHealth(Map.of(Part.DATABASE, FINE, Part.MIGRATIONS, FINE), clock);

    health.close();

    assertThat(health.check().isReady()).isFalse();
    assertThat(health.check().stopping()).isTrue();
  }

  @Test
  void what_was_seen_counts_for_some_seconds() {
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
  void a_clock_that_is_set_back_does_not_keep_the_past_alive() {
    AtomicInteger looks = new AtomicInteger();
    CheckHealth health = new CheckHealth(Map.of(Part.DATABASE, looks::incrementAndGet), clock);
    health.check();

    clock.advance(Duration.ofHours(-1));

    health.check();
    assertThat(looks).hasValue(2);
  }

  @Test
  void however_many_ask_at_once_each_part_is_looked_at_once_and_all_side_by_side() {
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
  void a_look_that_hangs_is_called_off_and_counts_as_down() throws InterruptedException {
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
  void a_look_that_cannot_be_called_off_is_not_joined_by_another() {
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

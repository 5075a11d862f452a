package dev.vidwiz.application.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedDeadlineTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration QUARTER = Duration.ofSeconds(15);

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 123_456_789, -1, -987_654_321, Long.MAX_VALUE - 5})
  void is_never_early_and_at_most_a_sixty_fourth_late(long now) {
    for (long nanos : new long[] {0, 1, 63, 64, 1_000_000, QUARTER.toNanos(), MINUTE.toNanos()}) {
      long wait = SharedDeadline.in(Duration.ofNanos(nanos), now).nanos() - now;

      assertThat(wait).isBetween(nanos, nanos + nanos / 64);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -5_000_000_000L})
  void is_shared_by_waits_of_different_lengths(long start) {
    long second = Duration.ofSeconds(1).toNanos();

    assertThat(
            LongStream.range(0, 1_000)
                .map(i -> start + i * second / 1_000)
                .flatMap(
                    now ->
                        LongStream.of(
                            SharedDeadline.in(MINUTE, now).nanos(),
                            SharedDeadline.in(QUARTER, now + MINUTE.minus(QUARTER).toNanos())
                                .nanos()))
                .distinct()
                .count())
        .isBetween(2L, 10L);
  }
}

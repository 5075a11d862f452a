package dev.vidwiz.persistence.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class LoggedMigrationsTest {

  private final LoggedMigrations log = new LoggedMigrations();

  /** The times are those of a timer that is late. */
  @Test
  void a_long_migration_is_told_every_ten_seconds_however_late_the_ticks_are() {
    assertThat(told("V1", 1_000, 9_990, 11_010, 19_000, 21_020, 30_000, 45_000, 46_000))
        .containsExactly(11_010L, 21_020L, 45_000L);
  }

  @Test
  void the_next_migration_and_a_new_attempt_begin_anew() {
    assertThat(told("V1", 12_000)).hasSize(1);
    assertThat(told("V2", 9_000, 13_000)).containsExactly(13_000L);
    assertThat(told("V2", 1_000, 11_000)).containsExactly(11_000L);
  }

  private Long[] told(String migration, long... millis) {
    return LongStream.of(millis)
        .filter(at -> log.isDue(migration, Duration.ofMillis(at)))
        .boxed()
        .toArray(Long[]::new);
  }
}

package dev.vidwiz.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.persistence.migration.IndexProgress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IndexRateTest {

  private final IndexRate rate = new IndexRate();

  @Test
  void counts_what_is_done_since_a_phase_was_first_seen() {
    assertThat(text(1, "scanning table", 5_000, 20_000))
        .isEqualTo("index a, scanning table: 5,000 of 20,000, 0/s");
    assertThat(text(11, "scanning table", 15_000, 20_000))
        .isEqualTo("index a, scanning table: 15,000 of 20,000, 1,000/s, 5 s left");
    assertThat(text(12, "sorting", 10, 20_000)).isEqualTo("index a, sorting: 10 of 20,000, 0/s");
  }

  @Test
  void tells_how_long_a_phase_waits() {
    text(5, "waiting for old snapshots", 0, 0);
    assertThat(text(25, "waiting for old snapshots", 0, 0))
        .isEqualTo("index a, waiting for old snapshots: 20 s");
  }

  private String text(long seconds, String phase, long done, long total) {
    return rate.text("index a", Duration.ofSeconds(seconds), new IndexProgress(phase, done, total));
  }
}

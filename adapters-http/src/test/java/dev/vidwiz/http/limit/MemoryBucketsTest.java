package dev.vidwiz.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.limit.Rate;
import dev.vidwiz.application.limit.TakeResult;
import dev.vidwiz.application.storage.Race;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MemoryBucketsTest {

  private static final int MAX_BUCKETS = 1_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Rate TEN = new Rate(10, MINUTE);

  private final SettableClock clock = new SettableClock();
  private final MemoryBuckets buckets = new MemoryBuckets(clock, MAX_BUCKETS);

  @Test
  void concurrent_calls_never_exceed_the_rate() throws InterruptedException {
    assertThat(Race.run(100, runner -> buckets.take("ann", TEN)))
        .filteredOn(TakeResult::granted)
        .hasSize(10);
  }

  @Test
  void the_bucket_is_full_again_one_period_after_the_first_call() {
    assertThat(buckets.take("ann", TEN)).isEqualTo(new TakeResult(true, 9, MINUTE));
    clock.advance(Duration.ofSeconds(59));
    assertThat(buckets.take("ann", TEN)).isEqualTo(new TakeResult(true, 8, Duration.ofSeconds(1)));
    clock.advance(Duration.ofSeconds(1));

    assertThat(buckets.take("ann", TEN)).isEqualTo(new TakeResult(true, 9, MINUTE));
  }

  @Test
  void many_addresses_do_not_exceed_the_maximum() {
    flood();

    assertThat(buckets.size()).isLessThanOrEqualTo(MAX_BUCKETS);
  }

  private void flood() {
    for (int address = 0; address < 10 * MAX_BUCKETS; address++) {
      buckets.take("address " + address, TEN);
    }
  }
}

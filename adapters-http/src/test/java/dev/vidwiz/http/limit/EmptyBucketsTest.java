package dev.vidwiz.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.limit.Rate;
import dev.vidwiz.application.limit.TakeResult;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EmptyBucketsTest {

  private static final int MAX_BUCKETS = 1_000;
  private static final Rate TWO = new Rate(2, Duration.ofMinutes(1));

  private final SettableClock clock = new SettableClock();
  private final MemoryBuckets memory = new MemoryBuckets(clock, MAX_BUCKETS);
  private int looks;
  private final EmptyBuckets buckets = new EmptyBuckets(this::look, clock, MAX_BUCKETS);

  @Test
  void an_empty_bucket_is_not_read_until_it_is_full_again() {
    take(3);
    clock.advance(Duration.ofSeconds(59));

    assertThat(buckets.take("ann", TWO)).isEqualTo(new TakeResult(false, 0, Duration.ofSeconds(1)));
    assertThat(looks).isEqualTo(3);
    clock.advance(Duration.ofSeconds(1));
    assertThat(buckets.take("ann", TWO).granted()).isTrue();
  }

  @Test
  void many_addresses_do_not_refill_an_empty_bucket() {
    take(3);

    for (int address = 0; address < 10 * MAX_BUCKETS; address++) {
      buckets.take("address " + address, TWO);
    }

    assertThat(buckets.take("ann", TWO).granted()).isFalse();
  }

  private void take(int calls) {
    for (int call = 0; call < calls; call++) {
      buckets.take("ann", TWO);
    }
  }

  private TakeResult look(String bucket, Rate rate) {
    looks++;
    return memory.take(bucket, rate);
  }
}

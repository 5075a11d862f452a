package dev.vidwiz.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.limit.Rate;
import dev.vidwiz.application.limit.SharedRateLimits;
import dev.vidwiz.application.limit.TakeResult;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.http.limit.SharedBuckets.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharedBucketsTest {

  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Rate THREE = new Rate(3, Duration.ofMinutes(1));
  private static final TakeResult OTHERS_TOOK_ONE = new TakeResult(true, 1, Duration.ofSeconds(30));

  private final SettableClock clock = new SettableClock();
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch never = new CountDownLatch(1);
  private volatile Supplier<TakeResult> answer = () -> OTHERS_TOOK_ONE;
  private final SharedBuckets buckets = buckets(Duration.ofMinutes(1));

  private final Logger logger = Logger.getLogger(SharedBuckets.class.getName());
  private final List<String> logged = new ArrayList<>();
  private final Handler log = new Lines();

  @BeforeEach
  void listen() {
    logger.addHandler(log);
  }

  @AfterEach
  void stop() {
    logger.removeHandler(log);
    never.countDown();
  }

  @Test
  void the_servers_count_together() {
    assertThat(take()).isEqualTo(OTHERS_TOOK_ONE);
  }

  @Test
  void while_the_shared_store_is_down_each_server_counts_alone() {
    answer = SharedBucketsTest::down;

    assertThat(List.of(take(), take(), take(), take()))
        .extracting(TakeResult::granted)
        .containsExactly(true, true, true, false);
    assertThat(asked).as("asked once, then left alone").hasValue(1);
  }

  @Test
  void a_later_call_detects_the_end_of_an_outage() {
    answer = SharedBucketsTest::down;
    take();
    clock.advance(PAUSE);
    assertThat(take().remaining()).isEqualTo(1);
    assertThat(take().remaining()).isEqualTo(0);
    assertThat(asked).hasValue(2);

    answer = () -> OTHERS_TOOK_ONE;
    clock.advance(PAUSE);

    assertThat(List.of(take(), take())).containsOnly(OTHERS_TOOK_ONE);
  }

  @Test
  void an_outage_is_logged_by_the_health_check_only() {
    answer = SharedBucketsTest::down;
    for (int call = 0; call < 10; call++) {
      take();
      clock.advance(PAUSE);
    }
    answer = () -> OTHERS_TOOK_ONE;
    take();
    take();

    assertThat(logged).noneMatch(line -> line.startsWith("WARNING") || line.startsWith("INFO"));
  }

  @Test
  void a_shared_store_that_times_out_counts_as_down() {
    answer = this::hang;
    SharedBuckets impatient = buckets(Duration.ofMillis(1));

    assertThat(impatient.take("ann", THREE))
        .isEqualTo(new TakeResult(true, 2, Duration.ofMinutes(1)));
    assertThat(impatient.take("ann", THREE))
        .isEqualTo(new TakeResult(true, 1, Duration.ofMinutes(1)));
    assertThat(asked.get()).isLessThanOrEqualTo(1);
  }

  private TakeResult take() {
    return buckets.take("ann", THREE);
  }

  private TakeResult hang() {
    try {
      never.await();
      return OTHERS_TOOK_ONE;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TakeResult down() {
    throw StorageException.unavailable("down", null);
  }

  private SharedBuckets buckets(Duration timeout) {
    return new SharedBuckets(
        new Others(), new MemoryBuckets(clock, 10), clock, new Times(timeout, PAUSE));
  }

  private final class Others implements SharedRateLimits {

    @Override
    public TakeResult take(String bucket, Rate rate, Instant now) {
      asked.incrementAndGet();
      return answer.get();
    }

    @Override
    public void removeFull(Instant now) {
      throw new AssertionError("not for these tests");
    }
  }

  private final class Lines extends Handler {

    @Override
    public void publish(LogRecord line) {
      logged.add(line.getLevel() + " " + line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}

package dev.vidwiz.http.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.http.request.BodiesInFlight;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BodyDeadlineTest {

  private final AtomicLong nanos = new AtomicLong(-5);
  private final BodyDeadline deadline =
      new BodyDeadline(
          new ReceiveLimits(
              Duration.ZERO, Duration.ofSeconds(30), new BodiesInFlight(0, 0), nanos::get));

  @Test
  void a_body_may_take_thirty_seconds() {
    pass(30);
    assertThat(deadline.nanosLeft()).isZero();

    pass(1);
    assertThat(deadline.nanosLeft()).isNegative();
  }

  @Test
  void a_body_that_keeps_coming_quickly_may_take_longer() {
    for (int i = 0; i < 1_000; i++) {
      pass(1);
      assertThat(deadline.nanosLeft()).isNotNegative();
      deadline.extend(11_000);
    }
  }

  @Test
  void a_body_that_trickles_may_not() {
    for (int i = 0; i < 30; i++) {
      pass(1);
      deadline.extend(9_000);
    }
    pass(1);

    assertThat(deadline.nanosLeft()).isNegative();
  }

  @Test
  void a_body_that_came_quickly_may_not_pause_for_longer() {
    deadline.extend(16 << 20);
    pass(30);
    assertThat(deadline.nanosLeft()).isZero();

    deadline.extend(1);
    pass(1);
    assertThat(deadline.nanosLeft()).isNegative();
  }

  private void pass(int seconds) {
    nanos.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }
}

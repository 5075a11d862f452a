package dev.vidwiz.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vidwiz.application.SettableClock;
import dev.vidwiz.application.concurrent.SteadyClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SystemClockTest {

  @Test
  void its_steady_clock_advances_when_the_system_clock_is_set_back() {
    SettableClock system = new SettableClock();
    AtomicLong nanos = new AtomicLong(-5);
    SystemClock clock = new SystemClock(system, nanos::get);
    Instant start = SteadyClock.of(clock).instant();
    assertThat(start).isEqualTo(clock.instant());

    system.advance(Duration.ofHours(-1));
    nanos.addAndGet(Duration.ofSeconds(3).toNanos());

    assertThat(clock.instant()).isEqualTo(start.minus(Duration.ofHours(1)));
    assertThat(SteadyClock.of(clock).instant()).isEqualTo(start.plusSeconds(3));
    assertThat(SteadyClock.of(system)).isSameAs(system);
  }
}

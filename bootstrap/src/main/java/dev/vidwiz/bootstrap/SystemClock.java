package dev.vidwiz.bootstrap;

import dev.vidwiz.application.concurrent.SteadyClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/** The system clock, in microseconds like the times in databases. Thread-safe. */
final class SystemClock implements SteadyClock {

  private final InstantSource system;
  private final InstantSource steady;

  SystemClock() {
    this(InstantSource.system(), System::nanoTime);
  }

  /** Uses a clock, and a steady counter of nanoseconds with any origin. */
  SystemClock(InstantSource system, LongSupplier nanos) {
    this.system = system;
    Instant start = instant();
    long origin = nanos.getAsLong();
    this.steady = () -> start.plus(Duration.ofNanos(nanos.getAsLong() - origin));
  }

  @Override
  public Instant instant() {
    return system.instant().truncatedTo(ChronoUnit.MICROS);
  }

  @Override
  public InstantSource steady() {
    return steady;
  }
}

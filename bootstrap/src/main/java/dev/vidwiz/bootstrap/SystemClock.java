package dev.vidwiz.bootstrap;

import dev.vidwiz.application.concurrent.SteadyClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/** The clock of the system, in microseconds as databases keep them. Thread-safe. */
final class SystemClock implements SteadyClock {

  private final InstantSource system;
  private final InstantSource steady;

  SystemClock() {
    this(InstantSource.system(), System::nanoTime);
  }

  /** Reads the given clock, and steady nanoseconds from any origin. */
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

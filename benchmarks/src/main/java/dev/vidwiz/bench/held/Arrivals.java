package dev.vidwiz.bench.held;

import dev.vidwiz.bench.load.Outcome;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Measures how long after its start a change arrives at each of many watchers. Thread-safe. */
public final class Arrivals {

  private final Outcome outcome = new Outcome();
  private final CountDownLatch missing;
  private final long start = System.nanoTime();

  /** Starts the measurement. */
  Arrivals(int expected) {
    this.missing = new CountDownLatch(expected);
  }

  void arrived() {
    long nanos = System.nanoTime() - start;
    synchronized (outcome) {
      outcome.add(nanos);
    }
    missing.countDown();
  }

  /**
   * Waits for the last arrival.
   *
   * @throws IllegalStateException when it does not arrive in time
   */
  public Outcome await(Duration timeout) throws InterruptedException {
    if (!missing.await(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new IllegalStateException(
          "%d watchers did not get the change in %s".formatted(missing.getCount(), timeout));
    }
    synchronized (outcome) {
      return outcome;
    }
  }
}

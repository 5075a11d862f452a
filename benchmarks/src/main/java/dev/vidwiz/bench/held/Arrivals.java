package dev.vidwiz.bench.held;

import dev.vidwiz.bench.load.Outcome;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Something that many are to hear of, and how long after the beginning each did. Thread-safe. */
public final class Arrivals {

  private final Outcome outcome = new Outcome();
  private final CountDownLatch missing;
  private final long start = System.nanoTime();

  /** Begins now. */
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
   * Waits for the last one.
   *
   * @throws IllegalStateException when it does not come
   */
  public Outcome await(Duration timeout) throws InterruptedException {
    if (!missing.await(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
      throw new IllegalStateException(
          "%d have not heard of it in %s".formatted(missing.getCount(), timeout));
    }
    synchronized (outcome) {
      return outcome;
    }
  }
}

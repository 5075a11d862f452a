package dev.vidwiz.application;

import dev.vidwiz.application.failure.FailureLog;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Runs periodic work, each on its own virtual thread. Intervals have a random jitter, so that
 * servers do not poll at the same time. A failure is logged once, and the work runs again.
 */
final class Upkeep implements AutoCloseable {

  private static final double JITTER = 0.1;

  /** Work that takes longer ends with the process. */
  private static final Duration CLOSING_TIMEOUT = Duration.ofSeconds(5);

  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final List<Semaphore> wakes = new CopyOnWriteArrayList<>();
  private final List<Runnable> stops = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  /** Periodic work. */
  @FunctionalInterface
  interface Work {

    void run() throws InterruptedException;
  }

  /**
   * Runs {@code work} after each interval until this is closed. Returns a callback that runs it
   * now.
   */
  Runnable every(Duration interval, String name, Work work) {
    Semaphore wake = new Semaphore(0);
    wakes.add(wake);
    Thread.Builder thread = Thread.ofVirtual().name("upkeep-" + name);
    threads.add(thread.start(() -> repeat(interval, wake, name, work)));
    return wake::release;
  }

  /** Like {@link #every(Duration, String, Work)}, for work that {@code stop} ends. */
  Runnable every(Duration interval, String name, Work work, Runnable stop) {
    stops.add(stop);
    return every(interval, name, work);
  }

  /**
   * Stops all work and waits up to 5 seconds for running work. It is not interrupted, because that
   * would lose its database statement.
   */
  @Override
  public void close() {
    closed = true;
    stops.forEach(Runnable::run);
    wakes.forEach(Semaphore::release);
    long deadline = System.nanoTime() + CLOSING_TIMEOUT.toNanos();
    try {
      for (Thread thread : threads) {
        thread.join(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void repeat(Duration interval, Semaphore wake, String name, Work work) {
    FailureLog failures = new FailureLog(Upkeep.class);
    try {
      while (true) {
        if (wake.tryAcquire(withJitter(interval).toNanos(), TimeUnit.NANOSECONDS)) {
          wake.drainPermits();
        }
        if (closed) {
          return;
        }
        call(name, work, failures);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void call(String name, Work work, FailureLog failures)
      throws InterruptedException {
    try {
      work.run();
      failures.worked("upkeep " + name + " works again");
    } catch (RuntimeException e) {
      failures.failed("upkeep " + name + " failed and will be tried again", e);
    }
  }

  private static Duration withJitter(Duration interval) {
    double factor = ThreadLocalRandom.current().nextDouble(1 - JITTER, 1 + JITTER);
    return Duration.ofNanos((long) (interval.toNanos() * factor));
  }
}

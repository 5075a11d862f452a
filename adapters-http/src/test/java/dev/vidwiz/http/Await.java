package dev.vidwiz.http;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens on other threads. */
public final class Await {

  private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

  private Await() {}

  /** Waits until the condition holds; a test that waits too long fails. */
  public static void until(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > LONG_ENOUGH.toNanos()) {
        throw new AssertionError("it never happened");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }
}

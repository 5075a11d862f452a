package dev.vidwiz.http;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens on other threads. */
final class Await {

  private static final Duration LONG_ENOUGH = Duration.ofSeconds(30);

  private Await() {}

  static void until(BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > LONG_ENOUGH.toNanos()) {
        throw new AssertionError("it never happened");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }
}

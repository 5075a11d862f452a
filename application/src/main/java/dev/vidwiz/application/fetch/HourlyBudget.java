package dev.vidwiz.application.fetch;

import dev.vidwiz.application.concurrent.SteadyClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** A limit for any sliding hour, shared by several threads. Thread-safe. */
final class HourlyBudget {

  private static final Duration HOUR = Duration.ofHours(1);

  private final int perHour;
  private final InstantSource clock;
  private final Deque<Instant> spent = new ArrayDeque<>();
  private int reserved;

  HourlyBudget(int perHour, InstantSource clock) {
    this.perHour = perHour;
    this.clock = SteadyClock.of(clock);
  }

  /** Returns a permit that is not reserved yet. */
  Permit permit() {
    return new Permit();
  }

  private synchronized boolean take() {
    Instant hourAgo = clock.instant().minus(HOUR);
    while (!spent.isEmpty() && !spent.getFirst().isAfter(hourAgo)) {
      spent.removeFirst();
    }
    boolean left = spent.size() + reserved < perHour;
    if (left) {
      reserved++;
    }
    return left;
  }

  private synchronized void settle(boolean isSpent) {
    reserved--;
    if (isSpent) {
      spent.addLast(clock.instant());
    }
  }

  /** A permit for one use, for one thread. Closing it gives back an unused reservation. */
  final class Permit implements AutoCloseable {

    private boolean isReserved;

    /** Reserves the permit, unless the budget is used up. Tells whether it is reserved. */
    boolean tryReserve() {
      if (!isReserved) {
        isReserved = take();
      }
      return isReserved;
    }

    /** Counts a reserved permit as used now. */
    void spend() {
      if (isReserved) {
        isReserved = false;
        settle(true);
      }
    }

    @Override
    public void close() {
      if (isReserved) {
        isReserved = false;
        settle(false);
      }
    }
  }
}

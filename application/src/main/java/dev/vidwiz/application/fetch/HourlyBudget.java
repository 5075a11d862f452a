package dev.vidwiz.application.fetch;

import dev.vidwiz.application.concurrent.SteadyClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** How much may be done in any hour, shared by several threads. Thread-safe. */
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

  /** Returns a share that is not reserved yet. */
  Share share() {
    return new Share();
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

  /** Leave to do one thing, to be used by one thread; given back when it was not done. */
  final class Share implements AutoCloseable {

    private boolean held;

    /** Reserves the share, if there is one left and it is not reserved; tells whether it is. */
    boolean tryReserve() {
      if (!held) {
        held = take();
      }
      return held;
    }

    /** The thing is done from now on. */
    void spend() {
      if (held) {
        held = false;
        settle(true);
      }
    }

    @Override
    public void close() {
      if (held) {
        held = false;
        settle(false);
      }
    }
  }
}

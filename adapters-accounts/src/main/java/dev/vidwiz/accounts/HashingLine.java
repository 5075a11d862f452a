package dev.vidwiz.accounts;

import dev.vidwiz.application.failure.BusyException;
import dev.vidwiz.application.failure.CallerGoneException;
import dev.vidwiz.application.user.WaitingClient;
import dev.vidwiz.domain.network.AddressPrefix;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A bounded line before a few threads that hash passwords. One address takes up a quarter of it at
 * most, and whoever has gone loses their place. Thread-safe.
 */
final class HashingLine {

  /** How soon a client who has gone is missed. */
  private static final Duration LOOK_INTERVAL = Duration.ofMillis(250);

  /** By then about half of a full line has been served. */
  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private static final int PARTS = 4;

  private final int length;
  private final ThreadPoolExecutor threads;
  private final Map<AddressPrefix, Integer> waiting = new HashMap<>();
  private int allWaiting;

  HashingLine(int length, int threads) {
    this.length = length;
    this.threads =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("passwords-", 0).factory());
  }

  /**
   * Does the work when it is its turn, and returns what came of it.
   *
   * @throws BusyException when the line is full
   * @throws CallerGoneException when the client has gone
   */
  <T> T await(WaitingClient client, Supplier<T> work) {
    AddressPrefix address = client.address();
    enter(address);
    FutureTask<T> task =
        new FutureTask<>(
            () -> {
              leave(address);
              return work.get();
            });
    threads.execute(task);
    try {
      return await(client, task);
    } finally {
      if (threads.remove(task)) {
        leave(address);
      }
    }
  }

  /** Returns how many wait. */
  synchronized int waiting() {
    return allWaiting;
  }

  private static <T> T await(WaitingClient client, FutureTask<T> task) {
    while (true) {
      try {
        return task.get(LOOK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        if (client.hasGone().getAsBoolean()) {
          throw new CallerGoneException();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new BusyException("interrupted while a password was to be hashed", RETRY_AFTER);
      } catch (ExecutionException e) {
        throw new IllegalStateException("a password could not be hashed", e.getCause());
      }
    }
  }

  private synchronized void enter(AddressPrefix address) {
    int same = waiting.getOrDefault(address, 0);
    boolean isFull = allWaiting >= length;
    if (isFull || (same >= length / PARTS && !address.equals(AddressPrefix.NONE))) {
      throw new BusyException("too many passwords wait to be hashed", RETRY_AFTER);
    }
    waiting.put(address, same + 1);
    allWaiting++;
  }

  private synchronized void leave(AddressPrefix address) {
    waiting.computeIfPresent(address, (same, count) -> count == 1 ? null : count - 1);
    allWaiting--;
  }
}

package dev.vidwiz.application.worker;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The queues of users' workers, one per user whose workers wait for tasks of their own videos.
 * Thread-safe.
 */
final class OwnQueues {

  /** A signal does not name the user, so that it would wake the workers of all users. */
  private static final int MAX_WOKEN_BY_SIGNAL = 16;

  private static final class OwnQueue {
    final WaitQueue queue = new WaitQueue();
    int waiters;

    OwnQueue wakeFirst() {
      queue.wake(1);
      return this;
    }
  }

  private final Map<Long, OwnQueue> queues = new TreeMap<>();
  private boolean closed;

  /** Adds a waiter at the end of the user's queue; ends with {@link #leave}. */
  synchronized WaitQueue.Waiter enqueue(long userId, Duration timeout) {
    OwnQueue own = queues.computeIfAbsent(userId, id -> new OwnQueue());
    own.waiters++;
    if (closed) {
      own.queue.close();
    }
    return own.queue.enqueue(timeout);
  }

  /** Removes a waiter. */
  synchronized void leave(long userId, WaitQueue.Waiter waiter) {
    waiter.close();
    queues.computeIfPresent(userId, (id, own) -> --own.waiters == 0 ? null : own);
  }

  /** Wakes the first waiter of each user, if the users are few; polling wakes the others. */
  synchronized void wakeIfFew() {
    if (queues.size() <= MAX_WOKEN_BY_SIGNAL) {
      queues.values().forEach(OwnQueue::wakeFirst);
    }
  }

  /** Wakes the first waiter of each of these users. */
  synchronized void wake(Set<Long> userIds) {
    userIds.forEach(userId -> queues.computeIfPresent(userId, (id, own) -> own.wakeFirst()));
  }

  /** Returns the users whose workers wait. */
  synchronized Set<Long> users() {
    return Set.copyOf(queues.keySet());
  }

  synchronized int size() {
    return queues.values().stream().mapToInt(own -> own.queue.size()).sum();
  }

  synchronized void close() {
    closed = true;
    queues.values().forEach(own -> own.queue.close());
  }
}

package dev.vidwiz.application.worker;

import dev.vidwiz.application.concurrent.SharedDeadline;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The workers that wait for one type of task, first in, first out. A waiter that was woken and
 * leaves without a retry wakes the next one, so that no wakeup is lost. Thread-safe.
 */
final class WaitQueue {

  private final LinkedHashSet<Waiter> waiters = new LinkedHashSet<>();
  private boolean closed;

  /** Adds a waiter at the end. To be called before the first claim, so that no wakeup is missed. */
  Waiter enqueue(Duration timeout) {
    Waiter waiter = new Waiter(SharedDeadline.in(timeout));
    synchronized (waiters) {
      if (closed) {
        waiter.wakeup.release();
      } else {
        waiters.add(waiter);
      }
    }
    return waiter;
  }

  /** Wakes the first {@code count} waiters. */
  void wake(int count) {
    synchronized (waiters) {
      for (int i = 0; i < count && !waiters.isEmpty(); i++) {
        waiters.removeFirst().wakeup.release();
      }
    }
  }

  int size() {
    synchronized (waiters) {
      return waiters.size();
    }
  }

  void close() {
    synchronized (waiters) {
      closed = true;
      wake(waiters.size());
    }
  }

  /** One waiting worker. To be used by one thread. */
  final class Waiter implements AutoCloseable {

    private final Semaphore wakeup = new Semaphore(0);
    private final SharedDeadline deadline;
    private boolean mustPassOn;

    private Waiter(SharedDeadline deadline) {
      this.deadline = deadline;
    }

    /** Waits for a wakeup. Returns false after the timeout or when the queue is closed. */
    boolean awaitWake() throws InterruptedException {
      mustPassOn = wakeup.tryAcquire(deadline.nanosLeft(), TimeUnit.NANOSECONDS);
      synchronized (waiters) {
        return mustPassOn && !closed;
      }
    }

    /** Returns to the end of the queue. To be called before the retry of a claim. */
    void requeue() {
      mustPassOn = false;
      synchronized (waiters) {
        if (closed) {
          wakeup.release();
        } else {
          waiters.add(this);
        }
      }
    }

    @Override
    public void close() {
      boolean unused;
      synchronized (waiters) {
        unused = mustPassOn || (!waiters.remove(this) && wakeup.tryAcquire());
      }
      if (unused) {
        wake(1);
      }
    }
  }
}

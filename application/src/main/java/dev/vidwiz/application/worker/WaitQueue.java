package dev.vidwiz.application.worker;

import dev.vidwiz.application.concurrent.SharedDeadline;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Workers that wait for one type of task, in the order in which they came. A call goes to one of
 * them; who leaves without having answered a call passes it on, so that no call is lost.
 */
final class WaitQueue {

  private final LinkedHashSet<Waiter> waiters = new LinkedHashSet<>();
  private boolean closed;

  /**
   * Takes the last waiter. To be done before the first look for a task, so that no call is missed.
   */
  Waiter enqueue(Duration timeout) {
    Waiter waiter = new Waiter(SharedDeadline.in(timeout));
    synchronized (waiters) {
      if (closed) {
        waiter.wake.release();
      } else {
        waiters.add(waiter);
      }
    }
    return waiter;
  }

  /** Calls the first {@code count} who have not been wake. */
  void wake(int count) {
    synchronized (waiters) {
      for (int i = 0; i < count && !waiters.isEmpty(); i++) {
        waiters.removeFirst().wake.release();
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

  /** One worker's waiter in the queue; to be used by one thread. */
  final class Waiter implements AutoCloseable {

    private final Semaphore wake = new Semaphore(0);
    private final SharedDeadline deadline;
    private boolean mustPassOn;

    private Waiter(SharedDeadline deadline) {
      this.deadline = deadline;
    }

    /** Waits to be wake; false when the timeout ended first, or the queue was closed. */
    boolean awaitWake() throws InterruptedException {
      mustPassOn = wake.tryAcquire(deadline.nanosLeft(), TimeUnit.NANOSECONDS);
      synchronized (waiters) {
        return mustPassOn && !closed;
      }
    }

    /** Goes to look for a task, and back to the end of the queue in case there is none. */
    void requeue() {
      mustPassOn = false;
      synchronized (waiters) {
        if (closed) {
          wake.release();
        } else {
          waiters.add(this);
        }
      }
    }

    @Override
    public void close() {
      boolean unanswered;
      synchronized (waiters) {
        unanswered = mustPassOn || (!waiters.remove(this) && wake.tryAcquire());
      }
      if (unanswered) {
        wake(1);
      }
    }
  }
}

package dev.vidwiz.persistence.sqlite;

import dev.vidwiz.application.storage.StorageException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets in so many threads at a time, in the order in which they come. Unlike a fair semaphore it
 * tells who gives a turn back whether another thread surely has it now. Thread-safe.
 */
final class FairPermits {

  private static final Logger LOG = System.getLogger(FairPermits.class.getName());
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration CLOSING_TIMEOUT = Duration.ofSeconds(5);

  private final Queue<Semaphore> waiting = new ArrayDeque<>();
  private final int permits;
  private int inUse;

  FairPermits(int permits) {
    this.permits = permits;
  }

  /**
   * Waits until it is this thread's turn.
   *
   * @throws StorageException when no turn comes in time, or the thread is interrupted
   */
  void acquire() {
    acquire(TIMEOUT);
  }

  /** Gives a turn to whoever has waited longest; returns false, and keeps it, if nobody waits. */
  synchronized boolean passOn() {
    Semaphore next = waiting.poll();
    if (next == null) {
      return false;
    }
    next.release();
    return true;
  }

  /** Gives a turn back. */
  synchronized void release() {
    if (!passOn()) {
      inUse--;
    }
  }

  /** Runs something while nobody else has a turn, or not at all if they take too long. */
  void exclusively(Runnable work) {
    int own = 0;
    try {
      while (own < permits) {
        acquire(CLOSING_TIMEOUT);
        own++;
      }
      work.run();
    } catch (StorageException e) {
      LOG.log(Level.WARNING, "the database is still in use", e);
    } finally {
      while (own > 0) {
        release();
        own--;
      }
    }
  }

  synchronized int inUse() {
    return inUse;
  }

  synchronized int waiting() {
    return waiting.size();
  }

  private void acquire(Duration timeout) {
    Semaphore call = new Semaphore(0);
    synchronized (this) {
      if (inUse < permits) {
        inUse++;
        return;
      }
      waiting.add(call);
    }
    try {
      if (!call.tryAcquire(timeout.toNanos(), TimeUnit.NANOSECONDS) && leave(call)) {
        throw StorageException.unavailable("no turn at the database came in " + timeout, null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      if (leave(call)) {
        throw StorageException.unavailable("interrupted while waiting for the database", e);
      }
    }
  }

  /** Returns false when the turn has come meanwhile. */
  private synchronized boolean leave(Semaphore call) {
    return waiting.remove(call);
  }
}

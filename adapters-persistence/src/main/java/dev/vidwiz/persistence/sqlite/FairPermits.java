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
 * A fair semaphore whose {@link #passOn} tells whether another thread got the permit. Thread-safe.
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
   * Waits for a permit.
   *
   * @throws StorageException after a timeout, or when the thread is interrupted
   */
  void acquire() {
    acquire(TIMEOUT);
  }

  /**
   * Passes the permit to the thread that has waited longest. Returns false, and keeps it, if no
   * thread waits.
   */
  synchronized boolean passOn() {
    Semaphore next = waiting.poll();
    if (next == null) {
      return false;
    }
    next.release();
    return true;
  }

  /** Releases a permit. */
  synchronized void release() {
    if (!passOn()) {
      inUse--;
    }
  }

  /** Runs {@code work} with all permits, or not at all after a timeout. */
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
        throw StorageException.overloaded("the database was busy for " + timeout, null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      if (leave(call)) {
        throw StorageException.unavailable("interrupted while waiting for the database", e);
      }
    }
  }

  /** Returns false when the permit has been passed to this thread meanwhile. */
  private synchronized boolean leave(Semaphore call) {
    return waiting.remove(call);
  }
}

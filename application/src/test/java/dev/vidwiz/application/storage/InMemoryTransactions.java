package dev.vidwiz.application.storage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Transactions over {@link InMemoryTable}s: one at a time, under one lock, undone step by step when
 * the work throws.
 */
public final class InMemoryTransactions implements Transactions {

  private final ReentrantLock lock = new ReentrantLock(true);
  private final Deque<Runnable> undo = new ArrayDeque<>();
  private final List<Runnable> afterCommit = new ArrayList<>();
  private volatile boolean closed;

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    if (lock.isHeldByCurrentThread()) {
      return work.get();
    }
    T result;
    List<Runnable> effects;
    lock.lock();
    try {
      result = runOrUndo(work);
      effects = List.copyOf(afterCommit);
    } finally {
      undo.clear();
      afterCommit.clear();
      lock.unlock();
    }
    effects.forEach(Runnable::run);
    return result;
  }

  /** Runs {@code effect} when the open transaction is committed, or at once when there is none. */
  public void afterCommit(Runnable effect) {
    if (lock.isHeldByCurrentThread()) {
      afterCommit.add(effect);
    } else {
      effect.run();
    }
  }

  /** Remembers how to undo a change that was made in the open transaction. */
  void onRollback(Runnable step) {
    undo.push(step);
  }

  void close() {
    closed = true;
  }

  private <T> T runOrUndo(Supplier<T> work) {
    if (closed) {
      throw StorageException.unavailable("the storage is closed", null);
    }
    boolean done = false;
    try {
      T result = work.get();
      done = true;
      return result;
    } finally {
      if (!done) {
        undo.forEach(Runnable::run);
      }
    }
  }
}

package dev.vidwiz.application.concurrent;

import dev.vidwiz.application.failure.FailureLog;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The work that this server has claimed and not finished, each item with its thread. When the
 * server stops, all items are given back at once. After that, their threads must not finish them,
 * because another server may have claimed them. Thread-safe.
 *
 * @param <W> an item of work, with a suitable {@code equals}
 */
public final class InFlightWork<W> {

  private static final FailureLog FAILURES = new FailureLog(InFlightWork.class);

  private final Map<W, Thread> threads = new ConcurrentHashMap<>();
  private final Consumer<W> giveBack;
  private volatile boolean stopped;

  /** {@code giveBack} makes an item available to other servers at once. */
  public InFlightWork(Consumer<W> giveBack) {
    this.giveBack = giveBack;
  }

  /** Registers an item of the current thread. After {@link #stop}, it is given back at once. */
  public void add(W item) {
    threads.put(item, Thread.currentThread());
    if (stopped) {
      giveBackAll();
    }
  }

  /**
   * Removes an item. Returns whether it was still registered, so that this server may finish it.
   */
  public boolean remove(W item) {
    return threads.remove(item) != null;
  }

  /** Returns the current items. */
  public Set<W> items() {
    return Set.copyOf(threads.keySet());
  }

  /** Tells whether the server is stopping and should claim nothing. */
  public boolean isStopped() {
    return stopped;
  }

  /** Gives back all items and interrupts their threads. */
  public void stop() {
    stopped = true;
    giveBackAll();
  }

  private void giveBackAll() {
    for (W item : items()) {
      Thread thread = threads.remove(item);
      if (thread != null) {
        giveBack(item);
        thread.interrupt();
      }
    }
  }

  private void giveBack(W item) {
    try {
      giveBack.accept(item);
    } catch (RuntimeException e) {
      FAILURES.failed(item + " cannot be given back and waits for its lease to end", e);
    }
  }
}

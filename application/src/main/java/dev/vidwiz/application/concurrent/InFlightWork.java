package dev.vidwiz.application.concurrent;

import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The work that was handed to this server and is not settled yet, each piece with the thread that
 * does it. When the server stops, all of it is given back at once, whatever those threads wait for;
 * from then on they may not settle it any more, as it may be another's. Thread-safe.
 *
 * @param <W> a piece of work, which has an equals of its own
 */
public final class InFlightWork<W> {

  private static final System.Logger LOG = System.getLogger(InFlightWork.class.getName());

  private final Map<W, Thread> threads = new ConcurrentHashMap<>();
  private final Consumer<W> givingBack;
  private volatile boolean stopped;

  /** Gives work back by {@code givingBack}, which makes it available to others at once. */
  public InFlightWork(Consumer<W> givingBack) {
    this.givingBack = givingBack;
  }

  /** Notes that this thread is handed a piece; it is given back at once when that is too late. */
  public void take(W piece) {
    threads.put(piece, Thread.currentThread());
    if (stopped) {
      giveBackAll();
    }
  }

  /** Ends this thread's work on a piece, and tells whether it is still this server's to settle. */
  public boolean letGo(W piece) {
    return threads.remove(piece) != null;
  }

  /** Returns what is in hand now. */
  public Set<W> pieces() {
    return Set.copyOf(threads.keySet());
  }

  /** Tells whether no more work should be taken. */
  public boolean isStopped() {
    return stopped;
  }

  /** Gives everything back and interrupts those who work on it. */
  public void stop() {
    stopped = true;
    giveBackAll();
  }

  private void giveBackAll() {
    for (W piece : pieces()) {
      Thread thread = threads.remove(piece);
      if (thread != null) {
        giveBack(piece);
        thread.interrupt();
      }
    }
  }

  private void giveBack(W piece) {
    try {
      givingBack.accept(piece);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, piece + " cannot be given back and waits for its lease to end", e);
    }
  }
}

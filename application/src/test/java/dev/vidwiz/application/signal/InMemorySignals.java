package dev.vidwiz.application.signal;

import dev.vidwiz.application.storage.InMemoryTransactions;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Signals within one process, sent with {@link InMemoryTransactions}. */
public final class InMemorySignals implements Signals {

  private static final System.Logger LOG = System.getLogger(InMemorySignals.class.getName());

  private final InMemoryTransactions transactions;
  private final List<Consumer<Signal>> listeners = new CopyOnWriteArrayList<>();

  /** Makes signals without listeners. */
  public InMemorySignals(InMemoryTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void publish(Signal signal) {
    transactions.afterCommit(() -> listeners.forEach(listener -> call(listener, signal)));
  }

  @Override
  public void subscribe(Consumer<Signal> listener) {
    listeners.add(listener);
  }

  private static void call(Consumer<Signal> listener, Signal signal) {
    try {
      listener.accept(signal);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "a listener failed on " + signal, e);
    }
  }
}

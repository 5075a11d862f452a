package dev.vidwiz.persistence.signal;

import dev.vidwiz.application.failure.FailureLog;
import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.persistence.database.JdbiTransactions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Signals within this server, for SQLite and for servers that only poll. */
public final class LocalSignals implements Signals {

  private static final FailureLog FAILURES = new FailureLog(LocalSignals.class);

  private final JdbiTransactions transactions;
  private final List<Consumer<Signal>> listeners = new CopyOnWriteArrayList<>();

  /** Sends signals after the commit of the given transactions. */
  public LocalSignals(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void publish(Signal signal) {
    transactions.afterCommit(() -> deliver(signal));
  }

  @Override
  public void subscribe(Consumer<Signal> listener) {
    listeners.add(listener);
  }

  /** Calls all listeners now and logs their exceptions. */
  void deliver(Signal signal) {
    listeners.forEach(listener -> call(listener, signal));
  }

  private static void call(Consumer<Signal> listener, Signal signal) {
    try {
      listener.accept(signal);
    } catch (RuntimeException e) {
      FAILURES.failed("a listener failed on " + signal, e);
    }
  }
}

package dev.vidwiz.application.signal;

import java.util.function.Consumer;

/** Delivers signals to the listeners in all servers. Thread-safe. */
public interface Signals {

  /**
   * Publishes a signal, in a transaction after its commit. A rollback drops it. The listeners in
   * this server are called before the outermost {@code inTransaction}, or outside a transaction
   * this method, returns.
   */
  void publish(Signal signal);

  /**
   * Adds a listener until the storage is closed. It is called on any thread, must be quick and must
   * not throw.
   */
  void subscribe(Consumer<Signal> listener);

  /** Tells whether signals reach all servers on the database; otherwise each has to poll. */
  default boolean reachAllServers() {
    return false;
  }
}

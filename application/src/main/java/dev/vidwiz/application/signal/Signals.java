package dev.vidwiz.application.signal;

import java.util.function.Consumer;

/** Carries signals to the listeners in this server and, where there are several, in the others. */
public interface Signals {

  /**
   * Announces a change. Within a transaction the signal goes out when that is committed and never
   * when it is rolled back. The listeners in this server have been called when the outermost {@code
   * inTransaction}, or outside a transaction this method, returns.
   */
  void publish(Signal signal);

  /**
   * Adds a listener for the life of the storage. It is called on any thread, must be quick and must
   * not throw.
   */
  void subscribe(Consumer<Signal> listener);
}

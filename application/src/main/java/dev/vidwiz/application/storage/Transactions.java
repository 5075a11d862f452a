package dev.vidwiz.application.storage;

import java.util.function.Supplier;

/**
 * Opens transactions. Every port of the same storage that is called within {@code work}, on the
 * same thread, takes part. Thread-safe.
 */
public interface Transactions {

  /**
   * Runs {@code work} in one transaction, joining the one that is open in this thread: it is
   * committed when the outermost work returns and rolled back when it throws. The storage may run
   * the outermost work again when another transaction came in its way, so it should change nothing
   * else; and others may have to wait for it, so it should not wait for other threads.
   *
   * @throws StorageException when the storage fails
   */
  <T> T inTransaction(Supplier<T> work);

  /** Like {@link #inTransaction(Supplier)}, for work without a result. */
  default void inTransaction(Runnable work) {
    inTransaction(
        () -> {
          work.run();
          return Boolean.TRUE;
        });
  }
}

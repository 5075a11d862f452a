package dev.vidwiz.application.storage;

import java.util.function.Supplier;

/**
 * Runs transactions. All ports of the storage that are called in {@code work}, on the same thread,
 * join the transaction. Thread-safe.
 */
public interface Transactions {

  /**
   * Runs {@code work} in the open transaction of this thread, or in a new one. The transaction is
   * committed when the outermost work returns and rolled back when it throws. After a conflict with
   * another transaction the outermost work is run again, so it must have no other side effects. It
   * must not wait for other threads.
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

package dev.vidwiz.application.concurrent;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Where large documents are parsed: a virtual thread gives its carrier up only when it waits, so a
 * few large documents would stop everybody else. Here they take platform threads, half as many as
 * there are processors, one after the other. One pool serves the whole process. Thread-safe.
 */
public final class LargeWork {

  /** What is smaller is done at once, where it is. In bytes or characters. */
  public static final int THRESHOLD = 256 << 10;

  private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  private static final ThreadPoolExecutor POOL = pool();

  private LargeWork() {}

  /**
   * Does the work, and returns its result when it is done.
   *
   * @param size of the document
   * @throws E what the work throws
   * @throws CancellationException when the thread is interrupted; the work is then given up
   */
  @SuppressWarnings("unchecked") // A callable throws what it is declared to, or unchecked ones.
  public static <T, E extends Exception> T run(long size, Work<T, E> work) throws E {
    if (size <= THRESHOLD) {
      return work.run();
    }
    Future<T> result = POOL.submit((Callable<T>) work::run);
    try {
      return result.get();
    } catch (InterruptedException e) {
      result.cancel(true);
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while a large document was parsed");
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException unchecked -> throw unchecked;
        case Error error -> throw error;
        case Exception declared -> throw (E) declared;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  /** What is to be done with a document. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {

    /** Does it. */
    T run() throws E;
  }

  private static ThreadPoolExecutor pool() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("vidwiz-large-", 1).factory());
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}

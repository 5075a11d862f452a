package dev.vidwiz.application.concurrent;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Parses large documents on a small pool of platform threads, half as many as processors. A virtual
 * thread keeps its carrier until it blocks, so a few large documents would delay all other
 * requests. The pool is shared by the whole process. Thread-safe.
 */
public final class LargeWork {

  /** Work on documents up to this size, in bytes or characters, runs on the calling thread. */
  public static final int THRESHOLD = 256 << 10;

  private static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
  private static final ThreadPoolExecutor POOL = pool();

  private LargeWork() {}

  /**
   * Runs the work and returns its result.
   *
   * @param size the size of the document in bytes or characters
   * @throws E if the work throws it
   * @throws CancellationException if the calling thread is interrupted; the work is canceled
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

  /** Work on a document. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {

    /** Runs the work. */
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

package dev.vidwiz.bootstrap.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Runs an action concurrently, each time on a separate thread. */
final class Crowd {

  private static final int GROUP = 20;

  private Crowd() {}

  /** Starts all at the same moment and returns their results. */
  static <T> List<T> of(int count, IntFunction<T> action) {
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        Callable<T> member =
            () -> {
              start.await();
              return action.apply(number);
            };
        futures.add(threads.submit(member));
      }
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get(2 * Program.TIMEOUT_SECONDS, TimeUnit.SECONDS));
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Starts only as many at a time as every machine serves within the time limits of the server, for
   * a test about what runs at the same time, not what starts at the same time.
   */
  static <T> List<T> inGroups(int count, IntFunction<T> action) {
    List<T> results = new ArrayList<>();
    for (int first = 0; first < count; first += GROUP) {
      int begin = first;
      results.addAll(of(Math.min(GROUP, count - first), number -> action.apply(begin + number)));
    }
    return results;
  }
}

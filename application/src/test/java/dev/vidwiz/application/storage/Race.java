package dev.vidwiz.application.storage;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many virtual threads that start at the same moment. */
public final class Race {

  private Race() {}

  /**
   * Calls {@code work} with 0 to {@code runners} - 1 and returns what the calls returned.
   *
   * @throws AssertionError when a call threw, with what it threw as the cause
   */
  public static <T> List<T> run(int runners, IntFunction<T> work) throws InterruptedException {
    CountDownLatch ready = new CountDownLatch(runners);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> results =
          IntStream.range(0, runners)
              .mapToObj(
                  runner ->
                      threads.submit(
                          () -> {
                            ready.countDown();
                            ready.await();
                            return work.apply(runner);
                          }))
              .toList();
      return results.stream().map(Race::result).toList();
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new AssertionError("a runner failed", e.getCause());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

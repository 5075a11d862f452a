package dev.vidwiz.application.fetch;

import dev.vidwiz.application.InHand;
import dev.vidwiz.application.task.TaskReport;
import dev.vidwiz.application.task.TaskReport.Result;
import dev.vidwiz.domain.task.TaskType;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The built-in worker: takes tasks, fetches what they ask for and reports, until it is closed. It
 * is a worker like any other and has no way of its own to the data.
 */
public final class FetchWorker implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(FetchWorker.class.getName());
  private static final int AT_ONCE = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** Threads that cannot be called off end with the process. */
  private static final Duration CLOSING_PATIENCE = Duration.ofSeconds(5);

  private final TaskSource tasks;
  private final VideoSource videos;
  private final List<Thread> threads = new ArrayList<>();
  private final InHand<Assignment> inHand = new InHand<>(this::giveBack);
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Starts to work, on two tasks of each type at a time. */
  public FetchWorker(TaskSource tasks, VideoSource videos) {
    this.tasks = tasks;
    this.videos = videos;
    for (TaskType type : TaskType.values()) {
      for (int i = 1; i <= AT_ONCE; i++) {
        threads.add(
            Thread.ofVirtual().name("worker-" + type.code() + "-" + i).start(() -> work(type)));
      }
    }
  }

  /**
   * Stops taking tasks, gives back those it is fetching, uncounted and at once, and waits a little
   * for its threads to end.
   */
  @Override
  public void close() {
    closed.countDown();
    tasks.close();
    inHand.stop();
    long deadline = System.nanoTime() + CLOSING_PATIENCE.toNanos();
    try {
      for (Thread thread : threads) {
        thread.join(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until the worker is closed. */
  public void awaitEnd() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work(TaskType type) {
    try {
      boolean over = false;
      while (!over) {
        over = closed.await(workOnce(type).toNanos(), TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Works on one task, if there is one, and returns how long to pause. */
  private Duration workOnce(TaskType type) throws InterruptedException {
    try {
      Optional<Assignment> task = tasks.take(type, PATIENCE);
      return task.isEmpty() ? Duration.ZERO : fetchOrGiveBack(type, task.get());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the worker pauses and goes on", e);
      return PAUSE;
    }
  }

  private Duration fetchOrGiveBack(TaskType type, Assignment task) throws InterruptedException {
    inHand.take(task);
    try {
      return fetch(type, task);
    } finally {
      inHand.letGo(task);
    }
  }

  private void giveBack(Assignment task) {
    try {
      tasks.report(
          report(task, new Result.Failure("the worker was stopped", false, Duration.ZERO)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration fetch(TaskType type, Assignment task) throws InterruptedException {
    return switch (type) {
      case TRANSCRIPT -> report(task, videos.fetchTranscript(task.videoId()), Result.Success::of);
      case METADATA -> report(task, videos.fetchMetadata(task.videoId()), Result.Success::of);
    };
  }

  private <T> Duration report(Assignment task, Fetched<T> fetched, Function<T, Result> success)
      throws InterruptedException {
    Result result =
        switch (fetched) {
          case Fetched.Found<T>(T value) -> success.apply(value);
          case Fetched.Gone<T>(String sentence) -> new Result.Failure(sentence, true, null);
          case Fetched.NotYet<T> wait ->
              new Result.Failure(wait.reason(), false, Duration.ofHours(1));
          case Fetched.Withheld<T>(String reason) ->
              new Result.Failure(reason, false, Duration.ofMinutes(15));
          case Fetched.Blocked<T> blocked ->
              new Result.Failure(blocked.reason(), false, Duration.ofMinutes(15));
          case Fetched.Unreachable<T>(String reason) ->
              new Result.Failure(reason, false, Duration.ofMinutes(1));
        };
    if (inHand.letGo(task)) {
      tasks.report(report(task, result));
    }
    return pauseAfter(fetched);
  }

  private static TaskReport report(Assignment task, Result result) {
    return new TaskReport(task.taskId(), task.videoId(), null, task.attempt(), result);
  }

  /** Whoever is being refused does well not to ask for the next video at once. */
  private static Duration pauseAfter(Fetched<?> fetched) {
    return fetched instanceof Fetched.Blocked<?> || fetched instanceof Fetched.Unreachable<?>
        ? LONGEST_PAUSE
        : Duration.ZERO;
  }
}

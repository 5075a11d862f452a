package dev.vidwiz.application.fetch;

import dev.vidwiz.application.concurrent.InFlightWork;
import dev.vidwiz.application.failure.FailureLog;
import dev.vidwiz.application.fetch.FetchState.Kind;
import dev.vidwiz.application.worker.TaskReport;
import dev.vidwiz.application.worker.TaskReport.Result;
import dev.vidwiz.domain.task.TaskType;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * The built-in worker. It claims tasks, fetches and reports until it is closed, through the same
 * use cases or API as other workers. While its source refuses it, it rests and parks its tasks;
 * they are fetched after the rest. Thread-safe.
 */
public final class FetchWorker implements AutoCloseable {

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration MOMENT = Duration.ofSeconds(1);

  /** Threads that take longer end with the process. */
  private static final Duration CLOSING_TIMEOUT = Duration.ofSeconds(5);

  private static final Result STOPPED =
      new Result.Failure("the worker was stopped", null, false, Duration.ZERO, true);
  private static final Result SPENT =
      new Result.Failure(
          "the worker has fetched all it may in an hour", null, false, Duration.ofMinutes(1), true);

  private final TaskSource tasks;
  private final VideoSource videos;
  private final RetryPlan plan;
  private final Breaker breaker;
  private final HourlyBudget transcripts;
  private final HourlyBudget unlimited;
  private final AtomicBoolean resumeDue = new AtomicBoolean(true);
  private final List<Thread> threads = new ArrayList<>();
  private final InFlightWork<Assignment> inFlight = new InFlightWork<>(this::giveBack);
  private final FailureLog failures = new FailureLog(FetchWorker.class);
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Starts the threads. */
  public FetchWorker(
      TaskSource tasks,
      VideoSource videos,
      FetchSettings settings,
      InstantSource clock,
      RandomGenerator random) {
    this.tasks = tasks;
    this.videos = videos;
    this.plan = new RetryPlan(clock, random);
    this.breaker = new Breaker(clock, random, Breaker.TIMEOUT, () -> resumeDue.set(true));
    this.transcripts = new HourlyBudget(settings.perHour(), clock);
    this.unlimited = new HourlyBudget(Integer.MAX_VALUE, clock);
    for (TaskType type : TaskType.values()) {
      for (int i = 1; i <= settings.concurrency(); i++) {
        threads.add(
            Thread.ofVirtual().name("worker-" + type.code() + "-" + i).start(() -> work(type)));
      }
    }
  }

  /** Returns the state of the worker. */
  public FetchState state() {
    return breaker.state();
  }

  /**
   * Stops claiming tasks, gives back those in progress without counting the attempt, and waits up
   * to 5 seconds for the threads.
   */
  @Override
  public void close() {
    closed.countDown();
    tasks.close();
    inFlight.stop();
    long deadline = System.nanoTime() + CLOSING_TIMEOUT.toNanos();
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

  /** Works on at most one task and returns the pause after it. */
  private Duration workOnce(TaskType type) throws InterruptedException {
    try (HourlyBudget.Permit permit = budget(type).permit()) {
      resumeIfDue();
      // A worker that rests needs no budget: it parks tasks, which tells users why they wait.
      if (!permit.tryReserve() && !breaker.isResting()) {
        return MOMENT;
      }
      Optional<Assignment> task = tasks.take(type, TIMEOUT);
      failures.worked("the worker gets tasks again");
      if (task.isPresent()) {
        workOn(type, task.get(), permit);
      }
      return Duration.ZERO;
    } catch (RuntimeException e) {
      failures.failed("the worker failed and continues after a pause", e);
      return PAUSE;
    }
  }

  /** Makes the tasks available that this worker, or an earlier process, has parked. */
  private void resumeIfDue() throws InterruptedException {
    if (resumeDue.compareAndSet(true, false)) {
      boolean done = false;
      try {
        tasks.resume();
        done = true;
      } finally {
        if (!done) {
          resumeDue.set(true);
        }
      }
    }
  }

  private void workOn(TaskType type, Assignment task, HourlyBudget.Permit permit)
      throws InterruptedException {
    inFlight.add(task);
    try {
      Result result = fetchWithPermission(type, task, permit);
      if (inFlight.remove(task)) {
        tasks.report(report(task, result));
        resumeIfParkedTooLate(result);
      }
    } finally {
      inFlight.remove(task);
    }
  }

  /** Resumes a task that was parked while its rest ended early. */
  private void resumeIfParkedTooLate(Result result) {
    if (result instanceof Result.Failure failure
        && failure.parked()
        && failure.sentence() != null
        && !breaker.isResting()) {
      resumeDue.set(true);
    }
  }

  private void giveBack(Assignment task) {
    try {
      tasks.report(report(task, STOPPED));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Result fetchWithPermission(TaskType type, Assignment task, HourlyBudget.Permit permit)
      throws InterruptedException {
    return switch (breaker.ask(type, task.operatorRetry())) {
      case Permission.Denied refused -> refused.report();
      case Permission.Granted granted -> {
        try {
          yield permit.tryReserve() ? fetch(granted, task, permit) : SPENT;
        } finally {
          breaker.abandoned(granted);
        }
      }
    };
  }

  private Result fetch(Permission.Granted permission, Assignment task, HourlyBudget.Permit permit)
      throws InterruptedException {
    permit.spend();
    return switch (permission.type()) {
      case TRANSCRIPT ->
          result(permission, task, videos.fetchTranscript(task.videoId()), Result.Success::of);
      case METADATA ->
          result(permission, task, videos.fetchMetadata(task.videoId()), Result.Success::of);
    };
  }

  private <T> Result result(
      Permission.Granted permission,
      Assignment task,
      Fetched<T> fetched,
      Function<T, Result> success) {
    return switch (fetched) {
      case Fetched.Found<T>(T value) -> answered(permission, success.apply(value));
      case Fetched.Gone<T>(String sentence) ->
          answered(permission, new Result.Failure(sentence, true, null));
      case Fetched.NotYet<T> wait -> answered(permission, plan.after(wait, task.postponements()));
      case Fetched.Withheld<T> withheld -> {
        breaker.withheld(permission, withheld.reason());
        yield plan.after(withheld, task.postponements());
      }
      case Fetched.Blocked<T>(String reason, Duration retryAfter) ->
          breaker.refused(permission, Kind.BLOCKED, reason, retryAfter).report();
      case Fetched.Unreachable<T>(String reason) ->
          breaker.refused(permission, Kind.UNREACHABLE, reason, null).report();
    };
  }

  private Result answered(Permission.Granted permission, Result result) {
    breaker.answered(permission);
    return result;
  }

  private HourlyBudget budget(TaskType type) {
    return type == TaskType.TRANSCRIPT ? transcripts : unlimited;
  }

  private static TaskReport report(Assignment task, Result result) {
    return new TaskReport(
        task.taskId(), task.videoId(), null, task.attempt(), task.claimId(), result);
  }
}

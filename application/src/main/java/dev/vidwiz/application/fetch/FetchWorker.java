package dev.vidwiz.application.fetch;

import dev.vidwiz.application.concurrent.InFlightWork;
import dev.vidwiz.application.fetch.FetchState.Kind;
import dev.vidwiz.application.worker.TaskReport;
import dev.vidwiz.application.worker.TaskReport.Result;
import dev.vidwiz.domain.task.TaskType;
import java.lang.System.Logger.Level;
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
 * The built-in worker: takes tasks, fetches what they ask for and reports, until it is closed. It
 * is a worker like any other and has no way of its own to the data. While its source refuses it, it
 * rests: tasks are put off until then, and are fetched once the source lets it in again.
 */
public final class FetchWorker implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(FetchWorker.class.getName());
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration MOMENT = Duration.ofSeconds(1);

  /** Threads that cannot be called off end with the process. */
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
  private final CountDownLatch closed = new CountDownLatch(1);

  /** Starts to work. */
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

  /** Returns how the worker fares with its source. */
  public FetchState state() {
    return breaker.state();
  }

  /**
   * Stops taking tasks, gives back those it is fetching, uncounted and at once, and waits a little
   * for its threads to end.
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

  /** Works on one task, if there is one, and returns how long to pause. */
  private Duration workOnce(TaskType type) throws InterruptedException {
    try (HourlyBudget.Share share = budget(type).share()) {
      resumeIfDue();
      // A worker that rests fetches nothing, and tells all who wait.
      if (!share.tryReserve() && !breaker.isResting()) {
        return MOMENT;
      }
      Optional<Assignment> task = tasks.take(type, TIMEOUT);
      if (task.isPresent()) {
        workOn(type, task.get(), share);
      }
      return Duration.ZERO;
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "the worker pauses and goes on", e);
      return PAUSE;
    }
  }

  /** Has the tasks handed out again that this worker, or the one before it, has parked. */
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

  private void workOn(TaskType type, Assignment task, HourlyBudget.Share share)
      throws InterruptedException {
    inFlight.take(task);
    try {
      Result result = fetchWithLeave(type, task, share);
      if (inFlight.letGo(task)) {
        tasks.report(report(task, result));
        resumeIfParkedTooLate(result);
      }
    } finally {
      inFlight.letGo(task);
    }
  }

  /** A rest that ended early, while a task was being parked for it, ends for that task, too. */
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

  private Result fetchWithLeave(TaskType type, Assignment task, HourlyBudget.Share share)
      throws InterruptedException {
    return switch (breaker.ask(type, task.operatorRetry())) {
      case Leave.Refused refused -> refused.report();
      case Leave.Granted granted -> {
        try {
          yield share.tryReserve() ? fetch(granted, task, share) : SPENT;
        } finally {
          breaker.abandoned(granted);
        }
      }
    };
  }

  private Result fetch(Leave.Granted leave, Assignment task, HourlyBudget.Share share)
      throws InterruptedException {
    share.spend();
    return switch (leave.type()) {
      case TRANSCRIPT ->
          result(leave, task, videos.fetchTranscript(task.videoId()), Result.Success::of);
      case METADATA ->
          result(leave, task, videos.fetchMetadata(task.videoId()), Result.Success::of);
    };
  }

  private <T> Result result(
      Leave.Granted leave, Assignment task, Fetched<T> fetched, Function<T, Result> success) {
    return switch (fetched) {
      case Fetched.Found<T>(T value) -> answered(leave, success.apply(value));
      case Fetched.Gone<T>(String sentence) ->
          answered(leave, new Result.Failure(sentence, true, null));
      case Fetched.NotYet<T> wait -> answered(leave, plan.after(wait, task.postponements()));
      case Fetched.Withheld<T> withheld -> {
        breaker.withheld(leave, withheld.reason());
        yield plan.after(withheld, task.postponements());
      }
      case Fetched.Blocked<T>(String reason, Duration retryAfter) ->
          breaker.refused(leave, Kind.BLOCKED, reason, retryAfter).report();
      case Fetched.Unreachable<T>(String reason) ->
          breaker.refused(leave, Kind.UNREACHABLE, reason, null).report();
    };
  }

  private Result answered(Leave.Granted leave, Result result) {
    breaker.answered(leave);
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

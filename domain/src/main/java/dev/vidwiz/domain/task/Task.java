package dev.vidwiz.domain.task;

import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work for a worker. The methods return the task as it stands after a transition; they
 * do not check that it is allowed from here, since only the store can do that without a race.
 *
 * @param attempts how often it was handed out and counts
 * @param workerUserId the user whose worker took it; null for a worker with the admin token
 * @param claimId the random id of the last claim; null when there was none, or one of an older
 *     server
 * @param errors what went wrong in earlier attempts, oldest first
 * @param postponements how it has been put off
 * @param availableAt the earliest time at which it may be handed out
 */
public record Task(
    long id,
    TaskType type,
    VideoId videoId,
    TaskState state,
    int attempts,
    @Nullable Long workerUserId,
    @Nullable String claimId,
    List<TaskError> errors,
    Postponements postponements,
    Instant availableAt,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt,
    Instant createdAt,
    Instant updatedAt) {

  /** After this number of failed attempts a task fails. */
  public static final int MAX_ATTEMPTS = 3;

  /** How long a claimed task belongs to its worker. After that, another worker can claim it. */
  public static final Duration LEASE = Duration.ofMinutes(2);

  /** Older errors are dropped. */
  private static final int KEPT_ERRORS = 20;

  /** Keeps a copy of the errors. */
  public Task {
    errors = List.copyOf(errors);
  }

  /** The worker reported success. */
  public Task completed(Instant now) {
    return ended(TaskState.COMPLETED, errors, postponements, now);
  }

  /** The worker failed. The task is available again at once, while attempts are left. */
  public Task failed(String error, Instant now) {
    return attempts >= MAX_ATTEMPTS
        ? failedForGood(error, now)
        : waiting(attempts, withError(error, now), postponements.reported(), availableAt, now);
  }

  /** The worker reported that no attempt can succeed. */
  public Task failedForGood(String error, Instant now) {
    return ended(TaskState.FAILED, withError(error, now), postponements.reported(), now);
  }

  /**
   * The worker asked to retry later. The attempt is not counted. A task that has been postponed for
   * seven days fails.
   */
  public Task postponed(String error, Instant until, Instant now) {
    return postpone(withError(error, now), postponements.postponed(now), until, now);
  }

  /**
   * The worker rests and made no attempt. Unlike {@link #postponed}, this does not increase the
   * count of postponements, and a repeated error is kept once.
   */
  public Task parked(String error, Instant until, Instant now) {
    boolean repeated = !errors.isEmpty() && errors.getLast().error().equals(error);
    return postpone(
        repeated ? errors : withError(error, now), postponements.parked(now), until, now);
  }

  /** The worker did not receive the task: the claim is undone. */
  public Task givenBack(Instant now) {
    return waiting(attempts - 1, errors, postponements, availableAt, now);
  }

  /** The worker did not report within {@link #LEASE}. */
  public Task expired(Instant now) {
    return failed("no result within " + LEASE.toSeconds() + " seconds", now);
  }

  /** An operator retries an ended task. It is available now, and counts start at zero. */
  public Task retried(Instant now) {
    return waiting(0, errors, Postponements.retriedByOperator(), now, now);
  }

  /** An operator retries a pending task. It is available now. */
  public Task broughtForward(Instant now) {
    return waiting(attempts, errors, Postponements.retriedByOperator(), now, now);
  }

  /** An operator cancelled the task. */
  public Task cancelled(Instant now) {
    return ended(TaskState.CANCELLED, errors, postponements, now);
  }

  private Task postpone(List<TaskError> history, Postponements next, Instant until, Instant now) {
    return next.isOver(now)
        ? ended(TaskState.FAILED, history, next, now)
        : waiting(attempts - 1, history, next, until, now);
  }

  private List<TaskError> withError(String error, Instant now) {
    return Stream.concat(
            errors.stream().skip(Math.max(0, errors.size() - KEPT_ERRORS + 1)),
            Stream.of(new TaskError(now, attempts, error)))
        .toList();
  }

  private Task waiting(
      int counted, List<TaskError> history, Postponements next, Instant from, Instant now) {
    return new Task(
        id,
        type,
        videoId,
        TaskState.PENDING,
        counted,
        workerUserId,
        claimId,
        history,
        next,
        from,
        null,
        null,
        createdAt,
        now);
  }

  private Task ended(TaskState end, List<TaskError> history, Postponements next, Instant now) {
    return new Task(
        id,
        type,
        videoId,
        end,
        attempts,
        workerUserId,
        claimId,
        history,
        next,
        availableAt,
        startedAt,
        now,
        createdAt,
        now);
  }
}

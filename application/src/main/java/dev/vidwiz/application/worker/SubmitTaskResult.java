package dev.vidwiz.application.worker;

import dev.vidwiz.application.observer.Observer;
import dev.vidwiz.application.observer.Observer.TaskOutcome;
import dev.vidwiz.application.transcript.ReceiveTranscript;
import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.application.worker.TaskReport.Result;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records a worker's report on its task. */
public final class SubmitTaskResult {

  /** The outcome of a report. */
  public sealed interface Outcome {

    /** The task after the report. */
    record Recorded(Task task) implements Outcome {}

    /** There is no such task. */
    record UnknownTask() implements Outcome {}

    /** The task was claimed by another user's worker. */
    record OtherWorkersTask() implements Outcome {}

    /** Others have requested the video, too, so that a user's worker may not answer. */
    record OthersVideo() implements Outcome {}

    /** The report does not match the task; the reason is for the developer of the worker. */
    record Refused(String reason) implements Outcome {}
  }

  private final SubmitMetadata metadata;
  private final TaskTransitions transitions;
  private final WorkerRights rights;
  private final ReceiveTranscript transcripts;
  private final InstantSource clock;
  private final Observer observer;

  /** Assembles the use case. */
  public SubmitTaskResult(
      SubmitMetadata metadata,
      TaskTransitions transitions,
      WorkerRights rights,
      ReceiveTranscript transcripts,
      InstantSource clock,
      Observer observer) {
    this.metadata = metadata;
    this.transitions = transitions;
    this.rights = rights;
    this.transcripts = transcripts;
    this.clock = clock;
    this.observer = observer;
  }

  /**
   * Returns why a worker may not report on a task, whatever the report: a long one need not be
   * received then. Empty when the report decides.
   */
  public Optional<Outcome> refusal(long taskId, @Nullable Long workerUserId) {
    Optional<Task> found = transitions.find(taskId);
    if (found.isEmpty()) {
      return Optional.of(new Outcome.UnknownTask());
    }
    Task task = found.get();
    Optional<Outcome> refusal =
        refusal(task, workerUserId).or(() -> othersVideo(task, workerUserId));
    if (refusal.isPresent()) {
      observer.attemptEnded(task.type(), TaskOutcome.REFUSED);
    }
    return refusal;
  }

  /**
   * Records the report of the worker that has the task. A transcript is stored before the
   * transaction, because the store may be another server.
   */
  public Outcome submit(TaskReport report) {
    Optional<Task> completed =
        rights.hasAll(report.workerUserId()) ? metadata.complete(report) : Optional.empty();
    if (completed.isPresent()) {
      observer.attemptEnded(completed.get().type(), TaskOutcome.COMPLETED);
      return new Outcome.Recorded(completed.get());
    }
    Optional<Task> found = transitions.find(report.taskId());
    if (found.isEmpty()) {
      return new Outcome.UnknownTask();
    }
    Outcome outcome = submit(found.get(), report);
    observer.attemptEnded(found.get().type(), taskOutcome(outcome));
    return outcome;
  }

  private Outcome submit(Task task, TaskReport report) {
    Optional<Outcome> refusal =
        refusal(task, report).or(() -> othersVideo(task, report.workerUserId()));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    return switch (report.result()) {
      case Result.Success success -> succeed(task, success);
      case Result.Failure failure -> fail(task, failure);
    };
  }

  private static TaskOutcome taskOutcome(Outcome outcome) {
    if (!(outcome instanceof Outcome.Recorded(Task task))) {
      return TaskOutcome.REFUSED;
    }
    return switch (task.state()) {
      case COMPLETED -> TaskOutcome.COMPLETED;
      case FAILED -> TaskOutcome.FAILED;
      default -> TaskOutcome.PUT_BACK;
    };
  }

  /** Gives the task back when its worker may no longer answer it. */
  private Optional<Outcome> othersVideo(Task task, @Nullable Long workerUserId) {
    if (rights.mayAnswer(task.videoId(), workerUserId)) {
      return Optional.empty();
    }
    transitions.record(task, task.givenBack(clock.instant()));
    return Optional.of(new Outcome.OthersVideo());
  }

  private static Optional<Outcome> refusal(Task task, @Nullable Long workerUserId) {
    if (task.state() != TaskState.IN_PROGRESS) {
      return refused("The task is not in progress but " + task.state().code());
    }
    return Objects.equals(task.workerUserId(), workerUserId)
        ? Optional.empty()
        : Optional.of(new Outcome.OtherWorkersTask());
  }

  private static Optional<Outcome> refusal(Task task, TaskReport report) {
    if (!task.videoId().equals(report.videoId())) {
      return refused("The task is for another video");
    }
    Optional<Outcome> refusal = refusal(task, report.workerUserId());
    if (refusal.isPresent()) {
      return refusal;
    }
    if (report.claimId() != null && !report.claimId().equals(task.claimId())) {
      return refused("The task has been claimed again: the claim_id is of another claim");
    }
    if (report.attempt() != null && report.attempt() < task.attempts()) {
      return refused("The task has been handed out again since attempt " + report.attempt());
    }
    if (report.result() instanceof Result.Success(var transcript, var metadata)) {
      if (task.type() == TaskType.TRANSCRIPT && metadata != null) {
        return refused("The task is to fetch a transcript, not metadata");
      }
      if (task.type() == TaskType.METADATA && transcript != null) {
        return refused("The task is to fetch metadata, not a transcript");
      }
    }
    return Optional.empty();
  }

  private Outcome succeed(Task task, Result.Success success) {
    if (success.transcript() != null) {
      transcripts.store(task.videoId(), success.transcript());
    }
    Instant now = clock.instant();
    Task completed = task.completed(now);
    return transitions.recordWith(() -> follow(task, success.metadata(), now), task, completed)
        ? new Outcome.Recorded(completed)
        : overtaken();
  }

  private void follow(Task task, @Nullable FetchedMetadata metadata, Instant now) {
    if (metadata != null) {
      this.metadata.store(task.videoId(), metadata, now);
    } else if (task.type() == TaskType.TRANSCRIPT) {
      transcripts.announce(task.videoId(), now);
    }
  }

  private Outcome fail(Task task, Result.Failure failure) {
    FailedAttempt attempt = new FailedAttempt(task, failure, clock.instant());
    Task next = attempt.next();
    return transitions.record(task, next, attempt.sentence(next))
        ? new Outcome.Recorded(next)
        : overtaken();
  }

  private static Outcome overtaken() {
    return new Outcome.Refused("The task is no longer in progress in this attempt");
  }

  private static Optional<Outcome> refused(String reason) {
    return Optional.of(new Outcome.Refused(reason));
  }
}

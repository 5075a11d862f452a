package dev.vidwiz.application.job;

import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.application.storage.Transactions;
import dev.vidwiz.application.task.TaskQueue;
import dev.vidwiz.application.video.TranscriptErrors;
import dev.vidwiz.domain.job.JobId;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Retries a failed or cancelled job with all its attempts, or makes a postponed one available now.
 * Of several concurrent calls for one job, one succeeds.
 */
public final class RetryJob {

  private final Transactions transactions;
  private final TaskQueue tasks;
  private final Outbox outbox;
  private final TranscriptErrors errors;
  private final Signals signals;
  private final InstantSource clock;

  /** Works on the given tasks and AI jobs. */
  public RetryJob(
      Transactions transactions,
      TaskQueue tasks,
      Outbox outbox,
      TranscriptErrors errors,
      Signals signals,
      InstantSource clock) {
    this.transactions = transactions;
    this.tasks = tasks;
    this.outbox = outbox;
    this.errors = errors;
    this.signals = signals;
    this.clock = clock;
  }

  /** Makes the job available now and signals that. */
  public JobChange retry(JobId id) {
    Instant now = clock.instant();
    return transactions.inTransaction(
        () ->
            switch (id.kind()) {
              case TASK -> retryTask(id.number(), now);
              case AI -> retryAiJob(id.number(), now);
            });
  }

  /** Repeats when the task was changed concurrently. */
  private JobChange retryTask(long id, Instant now) {
    while (true) {
      Optional<Task> found = tasks.find(id);
      if (found.isEmpty()) {
        return new JobChange.UnknownJob();
      }
      Task task = found.get();
      Optional<String> obstacle = obstacle(task, now);
      if (obstacle.isPresent()) {
        return new JobChange.Refused(obstacle.get());
      }
      Task next = task.state() == TaskState.PENDING ? task.broughtForward(now) : task.retried(now);
      if (tasks.updateIfUnchanged(task, next)) {
        announce(task, now);
        return new JobChange.Done(Job.of(next));
      }
    }
  }

  private Optional<String> obstacle(Task task, Instant now) {
    return switch (task.state()) {
      case IN_PROGRESS -> Optional.of("The task is in progress");
      case COMPLETED -> Optional.of("The task is completed");
      case PENDING ->
          task.availableAt().isAfter(now)
              ? Optional.empty()
              : Optional.of("The task can be taken already");
      case FAILED, CANCELLED ->
          tasks.isActive(task.type(), task.videoId())
              ? Optional.of("Another task of this type is under way for the video")
              : Optional.empty();
    };
  }

  private void announce(Task before, Instant now) {
    signals.publish(new Signal.TaskReady(before.type()));
    if (before.type() == TaskType.TRANSCRIPT) {
      errors.remove(before.videoId(), now);
    }
  }

  private JobChange retryAiJob(long id, Instant now) {
    boolean retried = outbox.retry(id, now);
    Optional<StoredAiJob> found = outbox.findAll(List.of(id)).stream().findFirst();
    if (found.isEmpty()) {
      return new JobChange.UnknownJob();
    }
    StoredAiJob kept = found.get();
    if (!retried) {
      return new JobChange.Refused(
          switch (kept.state()) {
            case IN_PROGRESS -> "The job is in progress";
            case PENDING -> "The job can be taken already";
            default -> "The same job is waiting already";
          });
    }
    signals.publish(new Signal.JobReady(kept.job().kind()));
    return new JobChange.Done(Job.of(kept));
  }
}

package dev.vidwiz.application.job;

import dev.vidwiz.application.storage.Transactions;
import dev.vidwiz.application.task.TaskQueue;
import dev.vidwiz.application.video.TranscriptErrors;
import dev.vidwiz.domain.job.JobId;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Cancels a task or AI job. Its worker is not notified, and the worker's result is refused or
 * dropped. A cancelled job is kept, and can be retried, for 90 days.
 */
public final class CancelJob {

  private final Transactions transactions;
  private final TaskQueue tasks;
  private final Outbox outbox;
  private final TranscriptErrors errors;
  private final InstantSource clock;

  /** Works on the given tasks and AI jobs. */
  public CancelJob(
      Transactions transactions,
      TaskQueue tasks,
      Outbox outbox,
      TranscriptErrors errors,
      InstantSource clock) {
    this.transactions = transactions;
    this.tasks = tasks;
    this.outbox = outbox;
    this.errors = errors;
    this.clock = clock;
  }

  /** Cancels an active task, or an AI job that is waiting, claimed or failed. */
  public JobChange cancel(JobId id) {
    Instant now = clock.instant();
    return transactions.inTransaction(
        () ->
            switch (id.kind()) {
              case TASK -> cancelTask(id.number(), now);
              case AI -> cancelAiJob(id.number(), now);
            });
  }

  /** Repeats when the task was changed concurrently. */
  private JobChange cancelTask(long id, Instant now) {
    while (true) {
      Optional<Task> found = tasks.find(id);
      if (found.isEmpty()) {
        return new JobChange.UnknownJob();
      }
      Task task = found.get();
      switch (task.state()) {
        case COMPLETED, FAILED, CANCELLED -> {
          return new JobChange.Refused("The task has ended: " + task.state().code());
        }
        case PENDING, IN_PROGRESS -> {
          Task next = task.cancelled(now);
          if (tasks.updateIfUnchanged(task, next)) {
            forgetNextTry(task, now);
            return new JobChange.Done(Job.of(next));
          }
        }
      }
    }
  }

  /** Removes the sentence about the next try. */
  private void forgetNextTry(Task task, Instant now) {
    if (task.type() == TaskType.TRANSCRIPT) {
      errors.remove(task.videoId(), now);
    }
  }

  private JobChange cancelAiJob(long id, Instant now) {
    boolean cancelled = outbox.cancel(id, now);
    Optional<StoredAiJob> found = outbox.findAll(List.of(id)).stream().findFirst();
    if (found.isEmpty()) {
      return new JobChange.UnknownJob();
    }
    return cancelled
        ? new JobChange.Done(Job.of(found.get()))
        : new JobChange.Refused("The job has ended: cancelled");
  }
}

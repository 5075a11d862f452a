package dev.vidwiz.application.job;

import dev.vidwiz.domain.job.JobId;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskError;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task or an AI job, as an operator sees it.
 *
 * @param noteId the note to fill in; null unless the job is an AI note
 * @param errors the errors of the last attempts, oldest first
 * @param workerUserId the user whose worker claimed the task last; null when there is none
 */
public record Job(
    JobId id,
    JobType type,
    TaskState state,
    VideoId videoId,
    @Nullable Long noteId,
    int attempts,
    List<TaskError> errors,
    @Nullable Long workerUserId,
    Times times) {

  /**
   * The times of a job.
   *
   * @param availableAt the earliest time of the next claim
   * @param startedAt when the current or last attempt started; null before the first
   */
  public record Times(
      Instant createdAt, Instant updatedAt, Instant availableAt, @Nullable Instant startedAt) {}

  static Job of(Task task) {
    return new Job(
        JobId.task(task.id()),
        JobType.of(task.type()),
        task.state(),
        task.videoId(),
        null,
        task.attempts(),
        task.errors(),
        task.workerUserId(),
        new Times(task.createdAt(), task.updatedAt(), task.availableAt(), task.startedAt()));
  }

  static Job of(StoredAiJob kept) {
    return new Job(
        JobId.ai(kept.job().id()),
        JobType.of(kept.job().kind()),
        kept.state(),
        kept.job().videoId(),
        kept.job().noteId(),
        kept.job().attempts(),
        kept.errors(),
        null,
        new Times(kept.job().createdAt(), kept.updatedAt(), kept.availableAt(), kept.startedAt()));
  }
}

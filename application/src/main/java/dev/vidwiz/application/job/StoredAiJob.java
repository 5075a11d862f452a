package dev.vidwiz.application.job;

import dev.vidwiz.domain.task.TaskError;
import dev.vidwiz.domain.task.TaskState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An AI job with its state in the outbox.
 *
 * @param state a claimed job is in progress
 * @param errors the errors of the last attempts, oldest first
 * @param availableAt when it can be claimed next; the end of the lease of a claimed job
 * @param startedAt when it was claimed; null after it was put back
 */
public record StoredAiJob(
    AiJob job,
    TaskState state,
    List<TaskError> errors,
    Instant availableAt,
    @Nullable Instant startedAt,
    Instant updatedAt) {

  /** The number of errors kept per job. */
  public static final int KEPT_ERRORS = 20;

  /** Keeps a copy of the errors. */
  public StoredAiJob {
    errors = List.copyOf(errors);
  }
}

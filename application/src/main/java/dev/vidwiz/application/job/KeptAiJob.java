package dev.vidwiz.application.job;

import dev.vidwiz.domain.task.TaskError;
import dev.vidwiz.domain.task.TaskState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as it stands in the outbox.
 *
 * @param state as of a task: one that is handed out is in progress, a dead one has failed
 * @param errors what went wrong in the last attempts, oldest first
 * @param availableAt when it may be handed out next, its lease included
 * @param startedAt when it was handed out last, if it has not been put back since
 */
public record KeptAiJob(
    AiJob job,
    TaskState state,
    List<TaskError> errors,
    Instant availableAt,
    @Nullable Instant startedAt,
    Instant updatedAt) {

  /** So many errors are kept of one job. */
  public static final int KEPT_ERRORS = 20;

  /** Keeps a copy of the errors. */
  public KeptAiJob {
    errors = List.copyOf(errors);
  }
}

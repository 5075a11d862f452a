package dev.vidwiz.application.worker;

import dev.vidwiz.domain.task.TaskType;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A worker's wish for a task.
 *
 * @param workerUserId the user whose worker asks; null for one with the admin token
 * @param timeout how long the worker waits
 * @param connected asked before a worker that has waited gets a task: false when it has gone
 */
public record TaskRequest(
    TaskType type, @Nullable Long workerUserId, Duration timeout, BooleanSupplier connected) {

  /** The wish of a worker in this program. */
  public TaskRequest(TaskType type, Duration timeout) {
    this(type, null, timeout, () -> true);
  }
}

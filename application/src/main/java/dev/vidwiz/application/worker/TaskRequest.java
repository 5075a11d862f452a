package dev.vidwiz.application.worker;

import dev.vidwiz.domain.task.TaskType;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A worker's request for a task.
 *
 * @param workerUserId the user whose worker asks; null for one with the admin token
 * @param timeout how long the worker waits
 * @param connected called before a waiting worker gets a task; false when it has disconnected
 */
public record TaskRequest(
    TaskType type, @Nullable Long workerUserId, Duration timeout, BooleanSupplier connected) {
  /** Rejects null. */
  public TaskRequest {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(timeout, "timeout");
    Objects.requireNonNull(connected, "connected");
  }

  /** The request of a worker in this process. */
  public TaskRequest(TaskType type, Duration timeout) {
    this(type, null, timeout, () -> true);
  }
}

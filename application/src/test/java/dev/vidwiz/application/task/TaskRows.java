package dev.vidwiz.application.task;

import dev.vidwiz.domain.task.Postponements;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of {@link InMemoryTaskQueue}, after each of its changes. */
final class TaskRows {

  private TaskRows() {}

  static Task scheduled(long id, TaskType type, VideoId videoId, Instant now) {
    return new Task(
        id,
        type,
        videoId,
        TaskState.PENDING,
        0,
        null,
        null,
        List.of(),
        Postponements.NONE,
        now,
        null,
        null,
        now,
        now);
  }

  static Task claimed(Task task, @Nullable Long workerUserId, Instant now) {
    return new Task(
        task.id(),
        task.type(),
        task.videoId(),
        TaskState.IN_PROGRESS,
        task.attempts() + 1,
        workerUserId,
        UUID.randomUUID().toString(),
        task.errors(),
        task.postponements(),
        task.availableAt(),
        now,
        null,
        task.createdAt(),
        now);
  }

  static Task broughtForward(Task task, Instant now) {
    Postponements before = task.postponements();
    return new Task(
        task.id(),
        task.type(),
        task.videoId(),
        task.state(),
        task.attempts(),
        task.workerUserId(),
        task.claimId(),
        task.errors(),
        new Postponements(before.since(), before.count(), false, before.operatorRetry()),
        now,
        task.startedAt(),
        task.completedAt(),
        task.createdAt(),
        now);
  }

  static boolean isChange(Task task, Task next) {
    return task.state() != TaskState.PENDING
        || next.state() != TaskState.PENDING
        || task.availableAt().isAfter(next.availableAt());
  }

  static boolean isActive(Task task) {
    return task.state() == TaskState.PENDING || task.state() == TaskState.IN_PROGRESS;
  }

  static boolean failedAfter(Task task, Instant time) {
    return task.state() == TaskState.FAILED
        && task.completedAt() != null
        && task.completedAt().isAfter(time);
  }

  static boolean endedBefore(Task task, Instant time) {
    return task.completedAt() != null && task.completedAt().isBefore(time);
  }

  static Instant started(Task task) {
    return Objects.requireNonNull(task.startedAt());
  }
}

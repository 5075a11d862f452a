package dev.vidwiz.application.task;

import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of tasks whose times a clock wrote that was ahead. */
final class CorrectedTimes {

  private static final Duration TOLERANCE = Duration.ofMinutes(1);
  private static final Duration LONGEST_DELAY = Duration.ofDays(1);

  private CorrectedTimes() {}

  /** Returns the task with right times; null when they are right. */
  static @Nullable Task of(Task task, boolean delayed, Instant now) {
    Instant written = now.plus(TOLERANCE);
    if (task.state() == TaskState.PENDING) {
      boolean ahead =
          task.updatedAt().isAfter(written)
              || task.availableAt().isAfter(written.plus(LONGEST_DELAY));
      return delayed && ahead && task.availableAt().isAfter(now)
          ? with(task, now, task.startedAt(), task.completedAt(), now)
          : null;
    }
    if (task.state() == TaskState.IN_PROGRESS && isAfter(task.startedAt(), written)) {
      return with(task, task.availableAt(), now, task.completedAt(), now);
    }
    return task.state() == TaskState.FAILED && isAfter(task.completedAt(), written)
        ? with(task, task.availableAt(), task.startedAt(), now, task.updatedAt())
        : null;
  }

  private static boolean isAfter(@Nullable Instant time, Instant other) {
    return time != null && time.isAfter(other);
  }

  private static Task with(
      Task task,
      Instant availableAt,
      @Nullable Instant startedAt,
      @Nullable Instant completedAt,
      Instant updatedAt) {
    return new Task(
        task.id(),
        task.type(),
        task.videoId(),
        task.state(),
        task.attempts(),
        task.workerUserId(),
        task.claimId(),
        task.errors(),
        task.postponements(),
        availableAt,
        startedAt,
        completedAt,
        task.createdAt(),
        updatedAt);
  }
}

package dev.vidwiz.application.worker;

import dev.vidwiz.application.worker.TaskReport.Result;
import dev.vidwiz.domain.input.Blank;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What follows from a failure that a worker reports on the task that it has. */
record FailedAttempt(Task task, Result.Failure failure, Instant now) {

  private static final String NOT_FETCHED_YET = "The transcript could not be fetched yet";

  /** Returns the task as it stands then. */
  Task next() {
    String error = Objects.requireNonNullElse(failure.error(), "no reason given");
    Duration retryAfter = failure.retryAfter();
    if (failure.permanent()) {
      return task.failedForGood(error, now);
    }
    if (retryAfter == null) {
      return task.failed(error, now);
    }
    if (!failure.parked()) {
      return task.postponed(error, now.plus(retryAfter), now);
    }
    return retryAfter.isZero()
        ? task.givenBack(now)
        : task.parked(error, now.plus(retryAfter), now);
  }

  /** Returns what people are to be told; null when that is nothing of this task alone. */
  @Nullable String sentence(Task next) {
    String given = notBlank(failure.sentence());
    if (failure.permanent()) {
      return given == null ? notBlank(failure.error()) : given;
    }
    Duration retryAfter = failure.retryAfter();
    if (retryAfter == null || retryAfter.isZero()) {
      return null;
    }
    if (next.state() == TaskState.FAILED) {
      return given == null ? null : NextTry.withoutNextTry(given);
    }
    return given == null ? NextTry.sentence(NOT_FETCHED_YET, next.availableAt(), now) : given;
  }

  private static @Nullable String notBlank(@Nullable String text) {
    return text == null || Blank.isBlank(text) ? null : text;
  }
}

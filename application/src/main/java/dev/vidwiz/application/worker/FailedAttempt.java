package dev.vidwiz.application.worker;

import dev.vidwiz.application.worker.TaskReport.Result;
import dev.vidwiz.domain.input.Blank;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The consequences of a failure that a worker reports. */
record FailedAttempt(Task task, Result.Failure failure, Instant now) {

  private static final String NOT_FETCHED_YET = "The transcript could not be fetched yet";

  /** Returns the task after the failure. */
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

  /** Returns the sentence for users; null for none, or for the general one of a failed task. */
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

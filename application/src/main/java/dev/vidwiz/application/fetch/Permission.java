package dev.vidwiz.application.fetch;

import dev.vidwiz.application.worker.TaskReport.Result;
import dev.vidwiz.domain.task.TaskType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The decision of a breaker on one fetch. */
sealed interface Permission {

  /**
   * The thread may fetch one video and must report the result to the breaker.
   *
   * @param number a unique number
   * @param rests the number of rests before
   */
  record Granted(long number, TaskType type, long rests) implements Permission {}

  /**
   * The thread must park its task.
   *
   * @param reason the reason for operators
   * @param sentence the reason for users; null when there is none
   */
  record Denied(Duration time, String reason, @Nullable String sentence) implements Permission {

    Result.Failure report() {
      return new Result.Failure(reason, sentence, false, time, true);
    }
  }
}

package dev.vidwiz.application.fetch;

import dev.vidwiz.application.worker.TaskReport.Result;
import dev.vidwiz.domain.task.TaskType;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a breaker says to a thread that wants to fetch. */
sealed interface Leave {

  /**
   * The thread may fetch one video, and tells the breaker what came of it.
   *
   * @param number no two have the same
   * @param rests how many rests there had been
   */
  record Granted(long number, TaskType type, long rests) implements Leave {}

  /**
   * The thread is to put its task off.
   *
   * @param reason why, for operators
   * @param sentence why, for people; null when there is nothing to say
   */
  record Refused(Duration time, String reason, @Nullable String sentence) implements Leave {

    Result.Failure report() {
      return new Result.Failure(reason, sentence, false, time, true);
    }
  }
}

package dev.vidwiz.persistence.task;

import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.persistence.database.FarFuture;
import dev.vidwiz.persistence.database.JdbiTransactions;
import java.time.Instant;

/**
 * Corrects the times of tasks that a clock wrote which was ahead. Without that, the tasks would
 * wait until the clock gets there again.
 */
final class FutureTimes {

  /** Tasks with a turn are available whatever their time is. */
  static final String MAKE_AVAILABLE =
      """
      UPDATE tasks SET available_at = :now, updated_at = :now
      WHERE task_type = :type AND status = 'pending' AND turn IS NULL AND available_at > :now
        AND (available_at > :latest OR updated_at > :written)
      """;

  static final String START_LEASE =
      """
      UPDATE tasks SET started_at = :now, updated_at = :now
      WHERE status = 'in_progress' AND started_at > :written
      """;

  /** The pause before the next task of the video is counted from that time. */
  static final String FAIL_NOW =
      "UPDATE tasks SET completed_at = :now WHERE status = 'failed' AND completed_at > :written";

  private FutureTimes() {}

  /** Corrects all tasks and returns the number of those that became available. */
  static int correct(JdbiTransactions transactions, Instant now) {
    Instant written = now.plus(FarFuture.TOLERANCE);
    int available = 0;
    for (TaskType type : TaskType.values()) {
      available +=
          transactions.update(
              MAKE_AVAILABLE,
              update ->
                  update
                      .bind("type", type.code())
                      .bind("now", now)
                      .bind("latest", written.plus(FarFuture.LONGEST_DELAY))
                      .bind("written", written));
    }
    transactions.update(START_LEASE, update -> update.bind("now", now).bind("written", written));
    transactions.update(FAIL_NOW, update -> update.bind("now", now).bind("written", written));
    return available;
  }
}

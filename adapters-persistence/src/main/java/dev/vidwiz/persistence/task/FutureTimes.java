package dev.vidwiz.persistence.task;

import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.persistence.database.JdbiTransactions;
import java.time.Duration;
import java.time.Instant;

/**
 * Finds tasks whose times were written by a clock that was ahead, and makes them due: else they
 * would wait until the clock gets there again.
 */
final class FutureTimes {

  /** The clocks of servers may differ by so much. */
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  /** A task is not put off for longer at a time. */
  private static final Duration LONGEST_DELAY = Duration.ofDays(1);

  static final String MAKE_DUE =
      """
      UPDATE tasks SET available_at = :now, updated_at = :now
      WHERE status = 'pending' AND task_type = :type AND available_at > :now
        AND (available_at > :latest OR updated_at > :written)
      """;

  /** The lease of such a task begins now. */
  static final String START_NOW =
      """
      UPDATE tasks SET started_at = :now, updated_at = :now
      WHERE status = 'in_progress' AND started_at > :written
      """;

  private FutureTimes() {}

  /** Corrects all tasks; returns how many are due now that were not. */
  static int correct(JdbiTransactions transactions, Instant now) {
    Instant written = now.plus(TOLERANCE);
    int due = 0;
    for (TaskType type : TaskType.values()) {
      due +=
          transactions.update(
              MAKE_DUE,
              update ->
                  update
                      .bind("type", type.code())
                      .bind("now", now)
                      .bind("latest", written.plus(LONGEST_DELAY))
                      .bind("written", written));
    }
    transactions.update(START_NOW, update -> update.bind("now", now).bind("written", written));
    return due;
  }
}

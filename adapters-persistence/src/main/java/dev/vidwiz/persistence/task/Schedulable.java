package dev.vidwiz.persistence.task;

import dev.vidwiz.domain.task.TaskType;

/** The SQL condition under which a task can be scheduled. */
public final class Schedulable {

  private static final String CONDITION =
      """
      NOT EXISTS (SELECT 1 FROM tasks
                  WHERE task_type = %1$s AND video_id = :videoId
                    AND status IN ('pending', 'in_progress'))
      AND NOT EXISTS (SELECT 1 FROM tasks
                      WHERE task_type = %1$s AND video_id = :videoId
                        AND status = 'failed' AND completed_at > :failedBefore)
      """;

  /** Handles concurrent inserts of the same task. */
  public static final String UNLESS_ADDED_MEANWHILE =
      "ON CONFLICT (task_type, video_id) WHERE status IN ('pending', 'in_progress') DO NOTHING";

  private Schedulable() {}

  /**
   * Returns the condition: no task of the type for the video {@code :videoId} is active, or failed
   * after {@code :failedBefore}. The type is a literal, so that PostgreSQL always uses the indexes.
   */
  public static String condition(TaskType type) {
    return CONDITION.formatted("'" + type.code() + "'");
  }

  /** Returns the same condition for a type bound as {@code :type}. */
  static String condition() {
    return CONDITION.formatted(":type");
  }
}

package dev.vidwiz.persistence.task;

import dev.vidwiz.domain.task.TaskType;

/** When a task of a type for a video may be added to the table of tasks. */
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

  /** What makes sure of it when others add one at the same moment. */
  public static final String UNLESS_ADDED_MEANWHILE =
      "ON CONFLICT (task_type, video_id) WHERE status IN ('pending', 'in_progress') DO NOTHING";

  private Schedulable() {}

  /**
   * Returns what is true when no task of the type for the video {@code :videoId} is under way, nor
   * failed after {@code :failedBefore}. The type stands in it literally: only then does PostgreSQL
   * go by the indexes however few tasks it thinks there are.
   */
  public static String condition(TaskType type) {
    return CONDITION.formatted("'" + type.code() + "'");
  }

  /** Returns the same for a type that is bound as {@code :type}. */
  static String condition() {
    return CONDITION.formatted(":type");
  }
}

package dev.vidwiz.persistence.task;

/** The SQL that both databases share. Every condition can use a partial index. */
final class TaskSql {

  static final String SCHEDULE =
      """
      INSERT INTO tasks
        (task_type, video_id, status, task_details, available_at, created_at, updated_at)
      SELECT :type, :videoId, 'pending', :details, :now, :now, :now
      WHERE %s
      %s
      """
          .formatted(Schedulable.condition(), Schedulable.UNLESS_ADDED_MEANWHILE);

  static final String IS_ACTIVE =
      """
      SELECT EXISTS (SELECT 1 FROM tasks
                     WHERE task_type = :type AND video_id = :videoId
                       AND status IN ('pending', 'in_progress'))
      """;

  static final String FIND = "SELECT " + TaskMapper.COLUMNS + " FROM tasks WHERE id = :id";

  static final String FIND_ALL = "SELECT " + TaskMapper.COLUMNS + " FROM tasks WHERE id IN (<ids>)";

  static final String UPDATE_IF_UNCHANGED =
      """
      UPDATE tasks
      SET status = :status,
          retry_count = :attempts,
          worker_details = :workerDetails,
          available_at = :availableAt,
          started_at = :startedAt,
          completed_at = :completedAt,
          updated_at = :updatedAt
      WHERE id = :id AND status = :statusBefore AND retry_count = :attemptsBefore
        AND (status <> 'pending' OR :status <> 'pending' OR available_at > :availableAt)
      """;

  static final String FIND_STALE =
      """
      SELECT %s FROM tasks
      WHERE status = 'in_progress' AND started_at < :startedBefore
      ORDER BY started_at, id
      LIMIT :limit
      """
          .formatted(TaskMapper.COLUMNS);

  /** ORDER BY makes PostgreSQL use the index instead of reading the table up to the limit. */
  static final String COUNT_AVAILABLE =
      """
      SELECT count(*) FROM (
        SELECT 1 FROM tasks
        WHERE task_type = :type AND status = 'pending' AND available_at <= :now
        ORDER BY available_at
        LIMIT :limit) AS available
      """;

  static final String REMOVE_ENDED =
      """
      DELETE FROM tasks
      WHERE id IN (SELECT id FROM tasks
                   WHERE status = :status AND completed_at < :before
                   ORDER BY completed_at
                   LIMIT :limit)
      """;

  private TaskSql() {}
}

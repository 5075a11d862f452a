package dev.vidwiz.persistence.task;

/** The SQL that both databases share. Every condition can use a partial index. */
final class TaskSql {

  private static final String NEXT_TURN = TurnSql.next(":type", ":guest", ":requestedBy");

  /**
   * The time decides only where an older server postponed a task that had a turn. Otherwise the
   * clocks of servers would have to be equal.
   */
  static final String IS_AVAILABLE =
      "turn IS NOT NULL AND (available_at <= :now OR available_at <= updated_at)";

  /** The ids of the claims in a batch differ, so that no result is taken for that of another. */
  static final String ID_IN_BATCH = "CAST(:claimId AS text) || '-' || id";

  static final String SCHEDULE =
      """
      INSERT INTO tasks
        (task_type, video_id, status, task_details, available_at, created_at, updated_at,
         requested_by, for_guest, turn)
      SELECT :type, :videoId, 'pending', :details, :now, :now, :now, :requestedBy, :guest, %s
      WHERE %s
      %s
      RETURNING id, for_guest, turn
      """
          .formatted(NEXT_TURN, Schedulable.condition(), Schedulable.UNLESS_ADDED_MEANWHILE);

  /**
   * A task of several requesters has the earliest of their turns. A user takes over a task that
   * nobody has requested. A task in progress is left alone: a result locks its row before that of
   * the video, which the caller has locked. The first condition on the status is that of the index
   * of active tasks.
   */
  static final String JOIN =
      """
      WITH mine AS (SELECT %s AS turn)
      UPDATE tasks
      SET requested_by = :requestedBy,
          for_guest = :guest,
          turn = CASE WHEN tasks.turn IS NULL THEN NULL
                      WHEN for_guest = :guest AND tasks.turn < mine.turn THEN tasks.turn
                      ELSE mine.turn END
      FROM mine
      WHERE task_type = :type AND video_id = :videoId
        AND status IN ('pending', 'in_progress') AND status = 'pending'
        AND requested_by <> :requestedBy
        AND ((for_guest AND NOT :guest)
          OR (for_guest = :guest AND tasks.turn > mine.turn)
          OR (requested_by = '' AND NOT :guest))
      """
          .formatted(NEXT_TURN);

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
          updated_at = :updatedAt,
          turn = CASE WHEN status = 'in_progress' AND NOT :delayed THEN turn END
      WHERE id = :id AND status = :statusBefore AND retry_count = :attemptsBefore
        AND claim_id IS NOT DISTINCT FROM CAST(:claimBefore AS text)
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

  /** ORDER BY makes PostgreSQL use the indexes instead of reading the table up to the limit. */
  static final String COUNT_AVAILABLE =
      """
      SELECT (
        SELECT count(*) FROM (
          SELECT 1 FROM tasks
          WHERE task_type = :type AND status = 'pending' AND %s
          ORDER BY for_guest, turn
          LIMIT :limit) AS in_line) + (
        SELECT count(*) FROM (
          SELECT 1 FROM tasks
          WHERE task_type = :type AND status = 'pending' AND turn IS NULL AND available_at <= :now
          ORDER BY available_at
          LIMIT :limit) AS due)
      """
          .formatted(IS_AVAILABLE);

  /** The tasks of videos that one user alone has requested, by turns; needs a LIMIT. */
  static final String FIRST_OWN =
      """
      SELECT id FROM tasks
      WHERE task_type = :type AND status = 'pending' AND %s
        AND requested_by = :requestedBy
        AND EXISTS (SELECT 1 FROM videos
                    WHERE videos.video_id = tasks.video_id AND videos.requested_by = :requestedBy)
      ORDER BY turn, id
      """
          .formatted(IS_AVAILABLE);

  /** The requesters of tasks that {@link #FIRST_OWN} finds, once for each task. */
  static final String FIND_OWNERS =
      """
      SELECT requested_by FROM tasks
      WHERE task_type = :type AND status = 'pending' AND %s
        AND requested_by IN (<requesters>)
        AND EXISTS (SELECT 1 FROM videos
                    WHERE videos.video_id = tasks.video_id
                      AND videos.requested_by = tasks.requested_by)
      """
          .formatted(IS_AVAILABLE);

  /** ORDER BY makes PostgreSQL use the index instead of reading the table. */
  static final String FIRST_DUE =
      """
      SELECT id FROM tasks
      WHERE task_type = :type AND status = 'pending' AND turn IS NULL AND available_at <= :now
      ORDER BY available_at
      LIMIT 1
      """;

  static final String REMOVE_ENDED =
      """
      DELETE FROM tasks
      WHERE id IN (SELECT id FROM tasks
                   WHERE status = :status AND completed_at < :before
                   ORDER BY completed_at
                   LIMIT :limit)
        AND status = :status
      """;

  private TaskSql() {}

  /** Returns the statement that gives turns to due tasks, with the given lock clause. */
  static String lineUpDue(String lock) {
    return """
    WITH due AS (
      SELECT id, for_guest, requested_by FROM tasks
      WHERE task_type = :type AND status = 'pending' AND turn IS NULL AND available_at <= :now
      ORDER BY available_at, id
      LIMIT :limit
      %s),
    placed AS (
      SELECT id,
             %s + 2 * (row_number() OVER (PARTITION BY requested_by ORDER BY id) - 1) AS turn
      FROM due)
    UPDATE tasks SET turn = placed.turn, updated_at = :now
    FROM placed
    WHERE tasks.id = placed.id
    """
        .formatted(lock, TurnSql.next(":type", "due.for_guest", "due.requested_by"));
  }
}

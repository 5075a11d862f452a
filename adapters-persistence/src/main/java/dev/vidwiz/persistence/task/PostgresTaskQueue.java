package dev.vidwiz.persistence.task;

import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.database.RecordMapper;
import dev.vidwiz.persistence.task.ClaimCursor.Bounds;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tasks in PostgreSQL. */
public final class PostgresTaskQueue extends JdbiTaskQueue {

  private static final String CLAIM =
      """
      UPDATE tasks
      SET status = 'in_progress',
          started_at = :now,
          updated_at = :now,
          retry_count = retry_count + 1,
          claim_id = :claimId,
          worker_details = worker_details
            || jsonb_build_object('worker_user_id', CAST(:workerUserId AS bigint))
      WHERE id = %s
      RETURNING %s
      """;

  /** SKIP LOCKED does not wait for concurrent claims. */
  private static final String FIRST =
      """
      COALESCE(
        (SELECT id FROM tasks
         WHERE task_type = :type AND status = 'pending' AND %1$s
           AND for_guest = FALSE AND (turn, id) > (:userTurn, :userTask)
         ORDER BY turn, id
         LIMIT 1
         FOR UPDATE SKIP LOCKED),
        (SELECT id FROM tasks
         WHERE task_type = :type AND status = 'pending' AND %1$s
           AND for_guest = TRUE AND (turn, id) > (:guestTurn, :guestTask)
         ORDER BY turn, id
         LIMIT 1
         FOR UPDATE SKIP LOCKED))\
      """
          .formatted(TaskSql.IS_AVAILABLE);

  private static final String COLUMNS = TaskMapper.COLUMNS + ", for_guest, turn";

  /**
   * Commits without waiting for the disk. A crash of PostgreSQL can lose the last claims, whose
   * tasks are pending again then. A durable result makes the claim before it durable.
   */
  private static final String RETURNED_WITHOUT_SYNC =
      COLUMNS + ", set_config('synchronous_commit', 'off', true)";

  static final String CLAIM_BEHIND = CLAIM.formatted(FIRST, RETURNED_WITHOUT_SYNC);

  /** Does not change how the surrounding transaction commits. */
  private static final String CLAIM_WITHIN = CLAIM.formatted(FIRST, COLUMNS);

  static final String CLAIM_OWN =
      CLAIM.formatted(
          "(" + TaskSql.FIRST_OWN + "LIMIT 1 FOR UPDATE OF tasks SKIP LOCKED)", TaskMapper.COLUMNS);

  static final String LINE_UP_DUE = TaskSql.lineUpDue("FOR UPDATE SKIP LOCKED");

  /** A claimed task and its turn. */
  private record Claimed(Task task, Turn turn) {}

  static final String BRING_PARKED_FORWARD =
      """
      UPDATE tasks
      SET available_at = :now,
          updated_at = :now,
          worker_details = jsonb_set(worker_details, '{postponements,parked}', 'false')
      WHERE id IN (SELECT id FROM tasks
                   WHERE task_type = :type AND status = 'pending' AND turn IS NULL AND available_at > :now
                     AND worker_details @> '{"postponements": {"parked": true}}'
                   ORDER BY available_at, id
                   LIMIT :limit
                   FOR UPDATE SKIP LOCKED)
      RETURNING video_id
      """;

  private static final TaskMapper TASK = new TaskMapper();

  private final Map<TaskType, ClaimCursor> cursors = new EnumMap<>(TaskType.class);

  /** Joins the given transactions. */
  public PostgresTaskQueue(JdbiTransactions transactions) {
    super(transactions);
    for (TaskType type : TaskType.values()) {
      cursors.put(type, new ClaimCursor());
    }
  }

  @Override
  Optional<Task> claimInLine(TaskType type, @Nullable Long workerUserId, Instant now) {
    // A claim in a transaction can be rolled back, so it must not move the cursor.
    return transactions.isOpen()
        ? claim(CLAIM_WITHIN, Bounds.START, type, workerUserId, now).map(Claimed::task)
        : claimBehind(cursor(type), type, workerUserId, now);
  }

  @Override
  String claimOwn() {
    return CLAIM_OWN;
  }

  @Override
  String lineUpDue() {
    return LINE_UP_DUE;
  }

  @Override
  void linedUp(TaskType type, Turn turn) {
    transactions.afterCommit(() -> cursor(type).include(turn));
  }

  @Override
  void linedUp(TaskType type) {
    transactions.afterCommit(() -> cursor(type).restart());
  }

  @Override
  public boolean updateIfUnchanged(Task before, Task next) {
    boolean updated = super.updateIfUnchanged(before, next);
    if (updated && next.state() == TaskState.PENDING) {
      linedUp(next.type());
    }
    return updated;
  }

  @Override
  public List<VideoId> bringParkedForward(TaskType type, Instant now, int limit) {
    return broughtForward(BRING_PARKED_FORWARD, type, now, limit);
  }

  private Optional<Task> claimBehind(
      ClaimCursor cursor, TaskType type, @Nullable Long workerUserId, Instant now) {
    Bounds bounds = cursor.bounds();
    if (bounds != null) {
      Optional<Claimed> next = claim(CLAIM_BEHIND, bounds, type, workerUserId, now);
      if (next.isPresent()) {
        cursor.advance(next.get().turn());
        return next.map(Claimed::task);
      }
    }
    Optional<Claimed> first = claim(CLAIM_BEHIND, Bounds.START, type, workerUserId, now);
    first.ifPresent(claimed -> cursor.reset(claimed.turn()));
    return first.map(Claimed::task);
  }

  private Optional<Claimed> claim(
      String statement, Bounds behind, TaskType type, @Nullable Long workerUserId, Instant now) {
    RecordMapper<Claimed> mapper = row -> new Claimed(TASK.map(row), TURN.map(row));
    return transactions.updateReturning(
        statement,
        mapper,
        query ->
            bind(query, type, workerUserId, now)
                .bind("userTurn", behind.users().turn())
                .bind("userTask", behind.users().id())
                .bind("guestTurn", behind.guests().turn())
                .bind("guestTask", behind.guests().id()));
  }

  private ClaimCursor cursor(TaskType type) {
    return Objects.requireNonNull(cursors.get(type));
  }
}

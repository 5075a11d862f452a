package dev.vidwiz.persistence.task;

import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.postgres.ClaimCursor;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tasks in PostgreSQL. */
public final class PostgresTaskQueue extends JdbiTaskQueue {

  /** SKIP LOCKED does not wait for concurrent claims. */
  private static final String CLAIM =
      """
      UPDATE tasks
      SET status = 'in_progress',
          started_at = :now,
          updated_at = :now,
          retry_count = retry_count + 1,
          worker_details = worker_details
            || jsonb_build_object('worker_user_id', CAST(:workerUserId AS bigint))
      WHERE id = (SELECT id FROM tasks
                  WHERE task_type = :type AND status = 'pending' AND available_at <= :now %s
                  ORDER BY available_at, id
                  LIMIT 1
                  FOR UPDATE SKIP LOCKED)
      RETURNING %s
      """;

  /**
   * Commits without waiting for the disk. A crash of PostgreSQL can lose the last claims, whose
   * tasks are pending again then. A durable result makes the claim before it durable.
   */
  private static final String RETURNED_WITHOUT_SYNC =
      TaskMapper.COLUMNS + ", set_config('synchronous_commit', 'off', true)";

  static final String CLAIM_FIRST = CLAIM.formatted("", RETURNED_WITHOUT_SYNC);

  static final String CLAIM_NEXT =
      CLAIM.formatted("AND (available_at, id) > (:lastAt, :lastId)", RETURNED_WITHOUT_SYNC);

  /** Does not change how the surrounding transaction commits. */
  private static final String CLAIM_WITHIN = CLAIM.formatted("", TaskMapper.COLUMNS);

  static final String BRING_PARKED_FORWARD =
      """
      UPDATE tasks
      SET available_at = :now,
          updated_at = :now,
          worker_details = jsonb_set(worker_details, '{postponements,parked}', 'false')
      WHERE id IN (SELECT id FROM tasks
                   WHERE task_type = :type AND status = 'pending' AND available_at > :now
                     AND worker_details @> '{"postponements": {"parked": true}}'
                   ORDER BY available_at, id
                   LIMIT :limit
                   FOR UPDATE SKIP LOCKED)
      RETURNING video_id
      """;

  private final Map<TaskType, ClaimCursor> cursors = new EnumMap<>(TaskType.class);

  /** Joins the given transactions. */
  public PostgresTaskQueue(JdbiTransactions transactions) {
    super(transactions);
    for (TaskType type : TaskType.values()) {
      cursors.put(type, new ClaimCursor());
    }
  }

  @Override
  public Optional<Task> claim(TaskType type, @Nullable Long workerUserId, Instant now) {
    // A claim in a transaction can be rolled back, so it must not move the cursor.
    return transactions.isOpen()
        ? claim(CLAIM_WITHIN, type, workerUserId, now)
        : claimBehind(cursor(type), type, workerUserId, now);
  }

  @Override
  public boolean schedule(TaskType type, VideoId videoId, Instant now, Instant failedBefore) {
    boolean scheduled = super.schedule(type, videoId, now, failedBefore);
    if (scheduled) {
      transactions.afterCommit(() -> cursor(type).include(now));
    }
    return scheduled;
  }

  @Override
  public boolean updateIfUnchanged(Task before, Task next) {
    boolean updated = super.updateIfUnchanged(before, next);
    if (updated && next.state() == TaskState.PENDING) {
      transactions.afterCommit(() -> cursor(next.type()).include(next.availableAt()));
    }
    return updated;
  }

  @Override
  public List<VideoId> bringParkedForward(TaskType type, Instant now, int limit) {
    List<VideoId> videos = broughtForward(BRING_PARKED_FORWARD, type, now, limit);
    transactions.afterCommit(() -> cursor(type).include(now));
    return videos;
  }

  private Optional<Task> claimBehind(
      ClaimCursor cursor, TaskType type, @Nullable Long workerUserId, Instant now) {
    Task last = cursor.last();
    if (last != null) {
      Optional<Task> next = claimNext(last, type, workerUserId, now);
      if (next.isPresent()) {
        cursor.advance(next.get());
        return next;
      }
    }
    Optional<Task> first = claim(CLAIM_FIRST, type, workerUserId, now);
    first.ifPresent(cursor::reset);
    return first;
  }

  private Optional<Task> claimNext(
      Task last, TaskType type, @Nullable Long workerUserId, Instant now) {
    return transactions.updateReturning(
        CLAIM_NEXT,
        new TaskMapper(),
        query ->
            bind(query, type, workerUserId, now)
                .bind("lastAt", last.availableAt())
                .bind("lastId", last.id()));
  }

  private ClaimCursor cursor(TaskType type) {
    return Objects.requireNonNull(cursors.get(type));
  }
}

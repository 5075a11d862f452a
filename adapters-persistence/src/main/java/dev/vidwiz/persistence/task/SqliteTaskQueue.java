package dev.vidwiz.persistence.task;

import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.database.JdbiTransactions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tasks in SQLite. */
public final class SqliteTaskQueue extends JdbiTaskQueue {

  private static final String CLAIM_OF =
      """
      UPDATE tasks
      SET status = 'in_progress',
          started_at = :now,
          updated_at = :now,
          retry_count = retry_count + 1,
          claim_id = %s,
          worker_details = json_set(worker_details, '$.worker_user_id', :workerUserId)
      WHERE id IN (%s)
      RETURNING %s
      """;

  private static final String FIRST =
      """
      SELECT id FROM tasks
      WHERE task_type = :type AND status = 'pending' AND %s
      ORDER BY for_guest, turn, id
      """
          .formatted(TaskSql.IS_AVAILABLE);

  static final String CLAIM = CLAIM_OF.formatted(":claimId", FIRST + "LIMIT 1", TaskMapper.COLUMNS);

  static final String CLAIM_BATCH =
      CLAIM_OF.formatted(TaskSql.ID_IN_BATCH, FIRST + "LIMIT :max", Claimed.COLUMNS);

  static final String CLAIM_OWN =
      CLAIM_OF.formatted(":claimId", TaskSql.FIRST_OWN + "LIMIT 1", TaskMapper.COLUMNS);

  static final String LINE_UP_DUE = TaskSql.lineUpDue("");

  static final String BRING_PARKED_FORWARD =
      """
      UPDATE tasks
      SET available_at = :now,
          updated_at = :now,
          worker_details = json_set(worker_details, '$.postponements.parked', json('false'))
      WHERE id IN (SELECT id FROM tasks
                   WHERE task_type = :type AND status = 'pending' AND turn IS NULL AND available_at > :now
                     AND json_extract(worker_details, '$.postponements.parked')
                   ORDER BY available_at, id
                   LIMIT :limit)
      RETURNING video_id
      """;

  /** Joins the given transactions. */
  public SqliteTaskQueue(JdbiTransactions transactions) {
    super(transactions);
  }

  /** Checks with a reader first, because usually nothing is available and a write would wait. */
  @Override
  Optional<Task> claimInLine(TaskType type, @Nullable Long workerUserId, Instant now) {
    return transactions.isOpen() || countAvailable(type, now, 1) > 0
        ? transactions.updateReturning(
            CLAIM, new TaskMapper(), query -> bind(query, type, workerUserId, now))
        : Optional.empty();
  }

  @Override
  List<Task> claimBatchInLine(TaskType type, @Nullable Long workerUserId, Instant now, int max) {
    return transactions.isOpen() || countAvailable(type, now, 1) > 0
        ? claim(CLAIM_BATCH, query -> bind(query, type, workerUserId, now).bind("max", max))
            .stream()
            .map(Claimed::task)
            .toList()
        : List.of();
  }

  /** Checks with a reader first, as above. */
  @Override
  Optional<Task> claimOwnInLine(TaskType type, long userId, Instant now) {
    return transactions.isOpen() || !findOwners(type, Set.of(userId), now).isEmpty()
        ? super.claimOwnInLine(type, userId, now)
        : Optional.empty();
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
  public List<VideoId> bringParkedForward(TaskType type, Instant now, int limit) {
    return broughtForward(BRING_PARKED_FORWARD, type, now, limit);
  }
}

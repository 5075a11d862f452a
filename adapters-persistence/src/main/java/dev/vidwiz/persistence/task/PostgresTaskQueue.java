package dev.vidwiz.persistence.task;

import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.persistence.database.JdbiTransactions;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tasks in PostgreSQL. */
public final class PostgresTaskQueue extends JdbiTaskQueue {

  /** Claims of others, not committed yet, are passed over rather than waited for. */
  static final String CLAIM =
      """
      UPDATE tasks
      SET status = 'in_progress',
          started_at = :now,
          updated_at = :now,
          retry_count = retry_count + 1,
          worker_details = worker_details
            || jsonb_build_object('worker_user_id', CAST(:workerUserId AS bigint))
      WHERE id = (SELECT id FROM tasks
                  WHERE task_type = :type AND status = 'pending' AND available_at <= :now
                  ORDER BY available_at, id
                  LIMIT 1
                  FOR UPDATE SKIP LOCKED)
      RETURNING %s
      """
          .formatted(TaskMapper.COLUMNS);

  /** Joins the given transactions. */
  public PostgresTaskQueue(JdbiTransactions transactions) {
    super(transactions);
  }

  @Override
  public Optional<Task> claim(TaskType type, @Nullable Long workerUserId, Instant now) {
    return claim(CLAIM, type, workerUserId, now);
  }
}

package dev.vidwiz.persistence.task;

import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.application.worker.MetadataFastPath;
import dev.vidwiz.application.worker.TaskReport;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.video.MetadataSql;
import java.time.Instant;
import java.util.Optional;

/** Completes a task and stores its metadata with one statement. */
public final class PostgresMetadataFastPath implements MetadataFastPath {

  /**
   * IS TRUE makes PostgreSQL use the primary key. Otherwise it expects few tasks in progress and
   * reads their index, which still contains all tasks since the last vacuum.
   */
  static final String COMPLETE =
      """
      WITH completed AS (
        UPDATE tasks
        SET status = 'completed', completed_at = :now, updated_at = :now
        WHERE id = :id
          AND (status = 'in_progress' AND task_type = '%1$s' AND video_id = :videoId) IS TRUE
          AND worker_details ->> 'worker_user_id' IS NOT DISTINCT FROM CAST(:workerUserId AS text)
          AND claim_id IS NOT DISTINCT FROM COALESCE(CAST(:claimId AS text), claim_id)
          AND retry_count <= COALESCE(CAST(:attempt AS integer), retry_count)
        RETURNING %2$s),
      kept AS (
        %3$s AND EXISTS (SELECT 1 FROM completed))
      SELECT %2$s FROM completed
      """
          .formatted(TaskType.METADATA.code(), TaskMapper.COLUMNS, MetadataSql.STORE);

  private final JdbiTransactions transactions;

  /** Joins the given transactions. */
  public PostgresMetadataFastPath(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Task> complete(TaskReport report, FetchedMetadata metadata, Instant now) {
    return transactions.updateReturning(
        COMPLETE,
        new TaskMapper(),
        query ->
            MetadataSql.bind(query, report.videoId(), metadata.document(), metadata.title(), now)
                .bind("id", report.taskId())
                .bind("workerUserId", report.workerUserId())
                .bind("claimId", report.claimId())
                .bind("attempt", report.attempt()));
  }
}

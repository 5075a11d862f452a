package dev.vidwiz.persistence.task;

import dev.vidwiz.application.task.TaskQueue;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.database.RecordMapper;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Tasks in the table {@code tasks}: the SQL that both databases share. */
abstract sealed class JdbiTaskQueue implements TaskQueue
    permits SqliteTaskQueue, PostgresTaskQueue {

  /** The rows removed by one statement, so that other writers do not wait long. */
  private static final int REMOVED_AT_ONCE = 1_000;

  final JdbiTransactions transactions;

  JdbiTaskQueue(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public boolean schedule(TaskType type, VideoId videoId, Instant now, Instant failedBefore) {
    return transactions.update(
            TaskSql.SCHEDULE,
            update ->
                update
                    .bind("type", type.code())
                    .bind("videoId", videoId.value())
                    .bind("details", TaskDetails.of(videoId))
                    .bind("now", now)
                    .bind("failedBefore", failedBefore))
        > 0;
  }

  @Override
  public final boolean isActive(TaskType type, VideoId videoId) {
    return transactions.read(
        handle ->
            handle
                .createQuery(TaskSql.IS_ACTIVE)
                .bind("type", type.code())
                .bind("videoId", videoId.value())
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public final Optional<Task> find(long id) {
    return transactions.find(TaskSql.FIND, new TaskMapper(), query -> query.bind("id", id));
  }

  @Override
  public final List<Task> findAll(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : transactions.list(
            TaskSql.FIND_ALL, new TaskMapper(), query -> query.bindList("ids", List.copyOf(ids)));
  }

  @Override
  public boolean updateIfUnchanged(Task before, Task next) {
    return transactions.update(
            TaskSql.UPDATE_IF_UNCHANGED,
            update ->
                update
                    .bind("id", before.id())
                    .bind("statusBefore", before.state().code())
                    .bind("attemptsBefore", before.attempts())
                    .bind("status", next.state().code())
                    .bind("attempts", next.attempts())
                    .bind("workerDetails", WorkerDetails.of(next).toJson())
                    .bind("availableAt", next.availableAt())
                    .bind("startedAt", next.startedAt())
                    .bind("completedAt", next.completedAt())
                    .bind("updatedAt", next.updatedAt()))
        > 0;
  }

  @Override
  public final List<Task> findStale(Instant startedBefore, int limit) {
    return transactions.list(
        TaskSql.FIND_STALE,
        new TaskMapper(),
        query -> query.bind("startedBefore", startedBefore).bind("limit", limit));
  }

  @Override
  public final int countAvailable(TaskType type, Instant now, int limit) {
    return transactions.read(
        handle ->
            handle
                .createQuery(TaskSql.COUNT_AVAILABLE)
                .bind("type", type.code())
                .bind("now", now)
                .bind("limit", limit)
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public final int removeEnded(TaskState state, Instant before) {
    int removed = 0;
    int last;
    do {
      last =
          transactions.update(
              TaskSql.REMOVE_ENDED,
              update ->
                  update
                      .bind("status", state.code())
                      .bind("before", before)
                      .bind("limit", REMOVED_AT_ONCE));
      removed += last;
    } while (last == REMOVED_AT_ONCE);
    return removed;
  }

  /** Runs a statement that claims a task. */
  final Optional<Task> claim(
      String statement, TaskType type, @Nullable Long workerUserId, Instant now) {
    return transactions.updateReturning(
        statement, new TaskMapper(), query -> bind(query, type, workerUserId, now));
  }

  /** Binds the parameters of every claim. */
  static Query bind(Query query, TaskType type, @Nullable Long workerUserId, Instant now) {
    return query.bind("type", type.code()).bind("workerUserId", workerUserId).bind("now", now);
  }

  /** Runs a statement that makes tasks available now, and returns their videos. */
  final List<VideoId> broughtForward(String statement, TaskType type, Instant now, int limit) {
    return transactions.write(
        handle ->
            handle
                .createQuery(statement)
                .bind("type", type.code())
                .bind("now", now)
                .bind("limit", limit)
                .map((RecordMapper<VideoId>) row -> new VideoId(row.getText("video_id")))
                .list());
  }
}

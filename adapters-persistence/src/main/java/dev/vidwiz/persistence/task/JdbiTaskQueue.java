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
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Tasks in the table of that name, but for how a task is claimed. */
abstract sealed class JdbiTaskQueue implements TaskQueue
    permits SqliteTaskQueue, PostgresTaskQueue {

  /**
   * So many rows are removed by one statement, so that others are not kept from writing for long.
   */
  private static final int REMOVED_AT_ONCE = 1_000;

  final JdbiTransactions transactions;

  JdbiTaskQueue(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public boolean schedule(TaskType type, VideoId videoId, Instant now, Instant failedBefore) {
    return transactions.write(
        handle ->
            handle
                    .createUpdate(TaskSql.SCHEDULE)
                    .bind("type", type.code())
                    .bind("videoId", videoId.value())
                    .bind("details", TaskDetails.of(videoId))
                    .bind("now", now)
                    .bind("failedBefore", failedBefore)
                    .execute()
                > 0);
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
    return transactions.read(
        handle -> handle.createQuery(TaskSql.FIND).bind("id", id).map(new TaskMapper()).findOne());
  }

  @Override
  public final List<Task> findAll(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return transactions.read(
        handle ->
            handle
                .createQuery(TaskSql.FIND_ALL)
                .bindList("ids", List.copyOf(ids))
                .map(new TaskMapper())
                .list());
  }

  @Override
  public boolean updateIfUnchanged(Task before, Task next) {
    return transactions.write(
        handle ->
            handle
                    .createUpdate(TaskSql.UPDATE_IF_UNCHANGED)
                    .bind("id", before.id())
                    .bind("statusBefore", before.state().code())
                    .bind("attemptsBefore", before.attempts())
                    .bind("status", next.state().code())
                    .bind("attempts", next.attempts())
                    .bind("workerDetails", WorkerDetails.of(next).toJson())
                    .bind("availableAt", next.availableAt())
                    .bind("startedAt", next.startedAt())
                    .bind("completedAt", next.completedAt())
                    .bind("updatedAt", next.updatedAt())
                    .execute()
                > 0);
  }

  @Override
  public final List<Task> findStale(Instant startedBefore, int limit) {
    return transactions.read(
        handle ->
            handle
                .createQuery(TaskSql.FIND_STALE)
                .bind("startedBefore", startedBefore)
                .bind("limit", limit)
                .map(new TaskMapper())
                .list());
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
      last = transactions.write(handle -> removeSome(handle, state, before));
      removed += last;
    } while (last == REMOVED_AT_ONCE);
    return removed;
  }

  /** Returns the task that a statement has claimed. */
  static Optional<Task> claimed(
      Query statement, TaskType type, @Nullable Long workerUserId, Instant now) {
    return statement
        .bind("type", type.code())
        .bind("workerUserId", workerUserId)
        .bind("now", now)
        .map(new TaskMapper())
        .findOne();
  }

  /** Returns the videos whose tasks a statement has brought forward. */
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

  private static int removeSome(Handle handle, TaskState state, Instant before) {
    return handle
        .createUpdate(TaskSql.REMOVE_ENDED)
        .bind("status", state.code())
        .bind("before", before)
        .bind("limit", REMOVED_AT_ONCE)
        .execute();
  }
}

package dev.vidwiz.persistence.task;

import static java.util.stream.Collectors.toMap;

import dev.vidwiz.application.task.TaskQueue;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.database.Batches;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.database.RecordMapper;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Tasks in the table {@code tasks}: the SQL that both databases share. */
abstract sealed class JdbiTaskQueue implements TaskQueue
    permits SqliteTaskQueue, PostgresTaskQueue {

  private static final int LINED_UP_AT_ONCE = 500;

  /** Reads the turn of a task. */
  static final RecordMapper<Turn> TURN =
      row -> new Turn(row.getBoolean("for_guest"), row.getLong("turn"), row.getLong("id"));

  final JdbiTransactions transactions;

  JdbiTaskQueue(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public final boolean schedule(
      TaskType type, VideoId videoId, Requester requester, Instant now, Instant failedBefore) {
    Optional<Turn> scheduled =
        transactions.updateReturning(
            TaskSql.SCHEDULE,
            TURN,
            query ->
                bind(query, type, videoId, requester, now)
                    .bind("details", TaskDetails.of(videoId))
                    .bind("now", now)
                    .bind("failedBefore", failedBefore));
    scheduled.ifPresentOrElse(
        turn -> linedUp(type, turn), () -> join(type, videoId, requester, now));
    return scheduled.isPresent();
  }

  private void join(TaskType type, VideoId videoId, Requester requester, Instant now) {
    if (requester instanceof Requester.Nobody) {
      return;
    }
    int joined =
        transactions.update(TaskSql.JOIN, update -> bind(update, type, videoId, requester, now));
    if (joined > 0) {
      linedUp(type);
    }
  }

  private static <S extends SqlStatement<S>> S bind(
      S statement, TaskType type, VideoId videoId, Requester requester, Instant now) {
    return TurnSql.bind(TurnSql.bind(statement, requester), now)
        .bind("type", type.code())
        .bind("videoId", videoId.value());
  }

  @Override
  public final int lineUpDue(TaskType type, Instant now) {
    int all = 0;
    int some;
    do {
      some = isAnyDue(type, now) ? lineUpSomeDue(type, now) : 0;
      all += some;
    } while (some == LINED_UP_AT_ONCE);
    if (all > 0) {
      linedUp(type);
    }
    return all;
  }

  /** Checks with a reader first, because usually no task is due and a write would wait. */
  private boolean isAnyDue(TaskType type, Instant now) {
    RecordMapper<Long> id = row -> row.getLong("id");
    return transactions
        .find(TaskSql.FIRST_DUE, id, query -> query.bind("type", type.code()).bind("now", now))
        .isPresent();
  }

  private int lineUpSomeDue(TaskType type, Instant now) {
    return transactions.update(
        lineUpDue(),
        update ->
            TurnSql.bind(update, now)
                .bind("type", type.code())
                .bind("now", now)
                .bind("limit", LINED_UP_AT_ONCE));
  }

  /** Returns the statement that gives turns to tasks that are due. */
  abstract String lineUpDue();

  /** A task with this turn became available. */
  void linedUp(TaskType type, Turn turn) {}

  /** Tasks with unknown turns became available. */
  void linedUp(TaskType type) {}

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
                    .bind("claimBefore", before.claimId())
                    .bind("delayed", next.availableAt().isAfter(next.updatedAt()))
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
  public final int correctFutureTimes(Instant now) {
    return FutureTimes.correct(transactions, now);
  }

  @Override
  public final int countAvailable(TaskType type, Instant now, int limit) {
    int count =
        transactions.read(
            handle ->
                handle
                    .createQuery(TaskSql.COUNT_AVAILABLE)
                    .bind("type", type.code())
                    .bind("now", now)
                    .bind("limit", limit)
                    .mapTo(Integer.class)
                    .one());
    return Math.min(count, limit);
  }

  @Override
  public final int removeEnded(TaskState state, Instant before) {
    return Batches.remove(
        transactions,
        TaskSql.REMOVE_ENDED,
        update -> update.bind("status", state.code()).bind("before", before));
  }

  @Override
  public final List<Task> claimBatch(
      TaskType type, @Nullable Long workerUserId, Instant now, int max) {
    List<Task> claimed = claimBatchInLine(type, workerUserId, now, max);
    return claimed.isEmpty() && lineUpDue(type, now) > 0
        ? claimBatchInLine(type, workerUserId, now, max)
        : claimed;
  }

  abstract List<Task> claimBatchInLine(
      TaskType type, @Nullable Long workerUserId, Instant now, int max);

  /** Claims with a statement and returns the tasks in the order of their turns. */
  final List<Claimed> claim(String statement, Consumer<Query> values) {
    return transactions.updateReturningAll(statement, Claimed.MAPPER, values).stream()
        .sorted()
        .toList();
  }

  @Override
  public final Optional<Task> claim(TaskType type, @Nullable Long workerUserId, Instant now) {
    return orOfDue(type, now, () -> claimInLine(type, workerUserId, now));
  }

  @Override
  public final Optional<Task> claimOwn(TaskType type, long userId, Instant now) {
    return orOfDue(type, now, () -> claimOwnInLine(type, userId, now));
  }

  private Optional<Task> orOfDue(TaskType type, Instant now, Supplier<Optional<Task>> look) {
    Optional<Task> task = look.get();
    return task.isEmpty() && lineUpDue(type, now) > 0 ? look.get() : task;
  }

  abstract Optional<Task> claimInLine(TaskType type, @Nullable Long workerUserId, Instant now);

  @Override
  public final Set<Long> findOwners(TaskType type, Collection<Long> userIds, Instant now) {
    Map<String, Long> users =
        userIds.stream().collect(toMap(id -> new Requester.User(id).code(), id -> id));
    return users.isEmpty()
        ? Set.of()
        : transactions.read(
            handle ->
                handle
                    .createQuery(TaskSql.FIND_OWNERS)
                    .bind("type", type.code())
                    .bind("now", now)
                    .bindList("requesters", List.copyOf(users.keySet()))
                    .mapTo(String.class)
                    .map(users::get)
                    .collectIntoSet());
  }

  Optional<Task> claimOwnInLine(TaskType type, long userId, Instant now) {
    return transactions.updateReturning(
        claimOwn(),
        new TaskMapper(),
        query ->
            bind(query, type, userId, now).bind("requestedBy", new Requester.User(userId).code()));
  }

  /** Returns the statement that claims a task of a video that one user alone has requested. */
  abstract String claimOwn();

  /** Binds the parameters of every claim. */
  static Query bind(Query query, TaskType type, @Nullable Long workerUserId, Instant now) {
    return query
        .bind("type", type.code())
        .bind("workerUserId", workerUserId)
        .bind("claimId", UUID.randomUUID().toString())
        .bind("now", now);
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

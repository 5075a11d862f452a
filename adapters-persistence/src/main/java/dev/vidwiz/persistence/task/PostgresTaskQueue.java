package dev.vidwiz.persistence.task;

import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.task.ClaimCursor.Bounds;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.statement.Query;
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
          claim_id = %s,
          worker_details = worker_details
            || jsonb_build_object('worker_user_id', CAST(:workerUserId AS bigint))
      WHERE id = %s
      RETURNING %s
      """;

  /**
   * The first tasks of users and those of guests. SKIP LOCKED does not wait for concurrent claims.
   */
  private static final String OF_USERS =
      """
      SELECT id FROM tasks
      WHERE task_type = :type AND status = 'pending' AND %s
        AND for_guest = FALSE AND (turn, id) > (:userTurn, :userTask)
      ORDER BY turn, id
      LIMIT %%s
      FOR UPDATE SKIP LOCKED
      """
          .formatted(TaskSql.IS_AVAILABLE);

  private static final String OF_GUESTS =
      OF_USERS
          .replace("for_guest = FALSE", "for_guest = TRUE")
          .replace("(:userTurn, :userTask)", "(:guestTurn, :guestTask)");

  private static final String FIRST =
      "COALESCE((%s), (%s))".formatted(OF_USERS.formatted("1"), OF_GUESTS.formatted("1"));

  private static final String FIRST_OF_ALL =
      """
      ANY(ARRAY(
        WITH of_users AS MATERIALIZED (%s),
        of_guests AS MATERIALIZED (%s)
        SELECT id FROM of_users UNION ALL SELECT id FROM of_guests))\
      """
          .formatted(
              OF_USERS.formatted(":max"),
              OF_GUESTS.formatted(":max - (SELECT count(*) FROM of_users)"));

  /**
   * Commits without waiting for the disk. A crash of PostgreSQL can lose the last claims, whose
   * tasks are pending again then. A durable result makes the claim before it durable.
   */
  private static final String RETURNED_WITHOUT_SYNC =
      Claimed.COLUMNS + ", set_config('synchronous_commit', 'off', true)";

  static final String CLAIM_BEHIND = CLAIM.formatted(":claimId", FIRST, RETURNED_WITHOUT_SYNC);

  static final String CLAIM_BATCH_BEHIND =
      CLAIM.formatted(TaskSql.ID_IN_BATCH, FIRST_OF_ALL, RETURNED_WITHOUT_SYNC);

  /** Does not change how the surrounding transaction commits. */
  private static final String CLAIM_WITHIN = CLAIM.formatted(":claimId", FIRST, Claimed.COLUMNS);

  private static final String CLAIM_BATCH_WITHIN =
      CLAIM.formatted(TaskSql.ID_IN_BATCH, FIRST_OF_ALL, Claimed.COLUMNS);

  static final String CLAIM_OWN =
      CLAIM.formatted(
          ":claimId",
          "(" + TaskSql.FIRST_OWN + "LIMIT 1 FOR UPDATE OF tasks SKIP LOCKED)",
          TaskMapper.COLUMNS);

  static final String LINE_UP_DUE = TaskSql.lineUpDue("FOR UPDATE SKIP LOCKED");

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
    return claimInLine(
            type, CLAIM_WITHIN, CLAIM_BEHIND, query -> bind(query, type, workerUserId, now))
        .stream()
        .findFirst();
  }

  @Override
  List<Task> claimBatchInLine(TaskType type, @Nullable Long workerUserId, Instant now, int max) {
    return claimInLine(
        type,
        CLAIM_BATCH_WITHIN,
        CLAIM_BATCH_BEHIND,
        query -> bind(query, type, workerUserId, now).bind("max", max));
  }

  private List<Task> claimInLine(
      TaskType type, String within, String behind, Consumer<Query> values) {
    // A claim in a transaction can be rolled back, so it must not move the cursor.
    List<Claimed> claimed =
        transactions.isOpen()
            ? claim(within, Bounds.START, values)
            : claimBehind(cursor(type), behind, values);
    return claimed.stream().map(Claimed::task).toList();
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

  private List<Claimed> claimBehind(ClaimCursor cursor, String statement, Consumer<Query> values) {
    Bounds bounds = cursor.bounds();
    if (bounds != null) {
      List<Claimed> next = claim(statement, bounds, values);
      if (!next.isEmpty()) {
        next.forEach(claimed -> cursor.advance(claimed.turn()));
        return next;
      }
    }
    List<Claimed> first = claim(statement, Bounds.START, values);
    if (!first.isEmpty()) {
      cursor.reset(first.getFirst().turn());
      first.stream().skip(1).forEach(claimed -> cursor.advance(claimed.turn()));
    }
    return first;
  }

  private List<Claimed> claim(String statement, Bounds behind, Consumer<Query> values) {
    return claim(
        statement,
        query -> {
          values.accept(query);
          query
              .bind("userTurn", behind.users().turn())
              .bind("userTask", behind.users().id())
              .bind("guestTurn", behind.guests().turn())
              .bind("guestTask", behind.guests().id());
        });
  }

  private ClaimCursor cursor(TaskType type) {
    return Objects.requireNonNull(cursors.get(type));
  }
}

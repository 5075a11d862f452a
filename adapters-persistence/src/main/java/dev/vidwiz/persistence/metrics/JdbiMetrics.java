package dev.vidwiz.persistence.metrics;

import static java.util.Comparator.naturalOrder;

import dev.vidwiz.application.storage.Backlog;
import dev.vidwiz.application.storage.Backlog.JobKey;
import dev.vidwiz.application.storage.Backlog.TaskKey;
import dev.vidwiz.application.storage.StorageMetrics;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.job.AiJobStatus;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Metrics of both databases. Every statement reads a bounded part of an index. */
public final class JdbiMetrics implements StorageMetrics {

  private static final String COUNT =
      """
      SELECT count(*) FROM (
        SELECT 1 FROM %s
        WHERE %s = :kind AND status = :status
        ORDER BY created_at, id
        LIMIT :most) AS counted
      """;

  static final String COUNT_TASKS = COUNT.formatted("tasks", "task_type");

  static final String COUNT_JOBS = COUNT.formatted("outbox", "kind");

  static final String FIRST_DUE =
      """
      SELECT available_at FROM tasks
      WHERE task_type = :kind AND status = 'pending'
      ORDER BY available_at, id
      LIMIT 1
      """;

  static final String OLDEST_JOB =
      """
      SELECT created_at FROM outbox
      WHERE kind = :kind AND status = :status
      ORDER BY created_at, id
      LIMIT 1
      """;

  /** Ordered, so that the index is read and not the texts. */
  static final String COUNT_TRANSCRIPTS =
      """
      SELECT count(*) FROM (
        SELECT 1 FROM transcripts ORDER BY video_id LIMIT :most) AS counted
      """;

  /** A completed job is removed. */
  private static final Set<TaskState> JOB_STATES =
      EnumSet.complementOf(EnumSet.of(TaskState.COMPLETED));

  private static final Set<TaskState> UNDONE = EnumSet.of(TaskState.PENDING, TaskState.IN_PROGRESS);

  private final JdbiTransactions transactions;

  /** Counts through the given transactions. */
  public JdbiMetrics(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Backlog backlog() {
    return transactions.read(JdbiMetrics::backlog);
  }

  private static Backlog backlog(Handle handle) {
    Map<TaskKey, Integer> tasks = new HashMap<>();
    Map<TaskType, Instant> due = new EnumMap<>(TaskType.class);
    for (TaskType type : TaskType.values()) {
      for (TaskState state : TaskState.values()) {
        int number = count(handle, COUNT_TASKS, type.code(), state.code());
        tasks.put(new TaskKey(type, state), number);
      }
      first(handle.createQuery(FIRST_DUE).bind("kind", type.code()))
          .ifPresent(time -> due.put(type, time));
    }
    Map<JobKey, Integer> jobs = new HashMap<>();
    Map<AiJobKind, Instant> oldest = new EnumMap<>(AiJobKind.class);
    for (AiJobKind kind : AiJobKind.values()) {
      for (TaskState state : JOB_STATES) {
        int number = count(handle, COUNT_JOBS, kind.code(), AiJobStatus.of(state));
        jobs.put(new JobKey(kind, state), number);
      }
      for (TaskState state : UNDONE) {
        String status = AiJobStatus.of(state);
        first(handle.createQuery(OLDEST_JOB).bind("kind", kind.code()).bind("status", status))
            .ifPresent(time -> oldest.merge(kind, time, BinaryOperator.minBy(naturalOrder())));
      }
    }
    int transcripts =
        handle.createQuery(COUNT_TRANSCRIPTS).bind("most", Backlog.MAX).mapTo(Integer.class).one();
    return new Backlog(tasks, due, jobs, oldest, transcripts, JdbiLastRuns.all(handle));
  }

  private static int count(Handle handle, String sql, String kind, String status) {
    return handle
        .createQuery(sql)
        .bind("kind", kind)
        .bind("status", status)
        .bind("most", Backlog.MAX)
        .mapTo(Integer.class)
        .one();
  }

  private static Optional<Instant> first(Query query) {
    return query.mapTo(Instant.class).findOne();
  }
}

package dev.vidwiz.application.task;

import dev.vidwiz.application.storage.InMemoryTable;
import dev.vidwiz.application.storage.InMemoryTransactions;
import dev.vidwiz.domain.task.Postponements;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tasks in memory. */
public final class InMemoryTaskQueue implements TaskQueue {

  private static final Comparator<Task> MAX_AVAILABLE_FIRST =
      Comparator.comparing(Task::availableAt).thenComparingLong(Task::id);

  private final InMemoryTransactions transactions;
  private final InMemoryTable<Long, Task> rows;

  /** Makes an empty queue. */
  public InMemoryTaskQueue(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.rows = new InMemoryTable<>(transactions);
  }

  @Override
  public boolean schedule(TaskType type, VideoId videoId, Instant now, Instant failedBefore) {
    return transactions.inTransaction(
        () -> {
          boolean hindered =
              of(type, videoId).anyMatch(task -> isActive(task) || failedAfter(task, failedBefore));
          if (!hindered) {
            add(type, videoId, now);
          }
          return !hindered;
        });
  }

  @Override
  public Optional<Task> claim(TaskType type, @Nullable Long workerUserId, Instant now) {
    return transactions.inTransaction(
        () ->
            available(type, now)
                .min(MAX_AVAILABLE_FIRST)
                .map(task -> put(claimed(task, workerUserId, now))));
  }

  @Override
  public int correctFutureTimes(Instant now) {
    Instant written = now.plus(Duration.ofMinutes(1));
    return transactions.inTransaction(
        () -> {
          List<Task> ahead =
              rows.rows()
                  .filter(task -> task.state() == TaskState.PENDING)
                  .filter(task -> task.availableAt().isAfter(now))
                  .filter(
                      task ->
                          task.availableAt().isAfter(written.plus(Duration.ofDays(1)))
                              || task.updatedAt().isAfter(written))
                  .toList();
          ahead.forEach(task -> put(broughtForward(task, now)));
          return ahead.size();
        });
  }

  @Override
  public boolean isActive(TaskType type, VideoId videoId) {
    return transactions.inTransaction(
        () -> of(type, videoId).anyMatch(InMemoryTaskQueue::isActive));
  }

  @Override
  public Optional<Task> find(long id) {
    return transactions.inTransaction(() -> rows.get(id));
  }

  @Override
  public List<Task> findAll(Collection<Long> ids) {
    return transactions.inTransaction(
        () -> rows.rows().filter(task -> ids.contains(task.id())).toList());
  }

  @Override
  public boolean updateIfUnchanged(Task before, Task next) {
    return transactions.inTransaction(
        () ->
            rows.get(before.id())
                .filter(task -> task.state() == before.state())
                .filter(task -> task.attempts() == before.attempts())
                .filter(task -> isChange(task, next))
                .map(task -> put(next))
                .isPresent());
  }

  @Override
  public List<VideoId> bringParkedForward(TaskType type, Instant now, int limit) {
    return transactions.inTransaction(
        () -> {
          List<Task> parked =
              rows.rows()
                  .filter(task -> task.state() == TaskState.PENDING && task.type() == type)
                  .filter(task -> task.availableAt().isAfter(now))
                  .filter(task -> task.postponements().parked())
                  .sorted(MAX_AVAILABLE_FIRST)
                  .limit(limit)
                  .toList();
          parked.forEach(task -> put(broughtForward(task, now)));
          return parked.stream().map(Task::videoId).toList();
        });
  }

  @Override
  public List<Task> findStale(Instant startedBefore, int limit) {
    return transactions.inTransaction(
        () ->
            rows.rows()
                .filter(task -> task.state() == TaskState.IN_PROGRESS)
                .filter(task -> started(task).isBefore(startedBefore))
                .sorted(
                    Comparator.comparing(InMemoryTaskQueue::started).thenComparingLong(Task::id))
                .limit(limit)
                .toList());
  }

  @Override
  public int countAvailable(TaskType type, Instant now, int limit) {
    return transactions.inTransaction(() -> (int) available(type, now).limit(limit).count());
  }

  @Override
  public int removeEnded(TaskState state, Instant before) {
    return transactions.inTransaction(
        () -> {
          List<Task> old =
              rows.rows()
                  .filter(task -> task.state() == state && endedBefore(task, before))
                  .toList();
          old.forEach(task -> rows.remove(task.id()));
          return old.size();
        });
  }

  /** Returns all tasks there are. */
  public List<Task> all() {
    return transactions.inTransaction(() -> rows.rows().toList());
  }

  private Stream<Task> of(TaskType type, VideoId videoId) {
    return rows.rows().filter(task -> task.type() == type && task.videoId().equals(videoId));
  }

  private Stream<Task> available(TaskType type, Instant now) {
    return rows.rows()
        .filter(task -> task.state() == TaskState.PENDING && task.type() == type)
        .filter(task -> !task.availableAt().isAfter(now));
  }

  private void add(TaskType type, VideoId videoId, Instant now) {
    put(
        new Task(
            rows.nextId(),
            type,
            videoId,
            TaskState.PENDING,
            0,
            null,
            List.of(),
            Postponements.NONE,
            now,
            null,
            null,
            now,
            now));
  }

  private Task put(Task task) {
    return rows.put(task.id(), task);
  }

  private static Task claimed(Task task, @Nullable Long workerUserId, Instant now) {
    return new Task(
        task.id(),
        task.type(),
        task.videoId(),
        TaskState.IN_PROGRESS,
        task.attempts() + 1,
        workerUserId,
        task.errors(),
        task.postponements(),
        task.availableAt(),
        now,
        null,
        task.createdAt(),
        now);
  }

  private static Task broughtForward(Task task, Instant now) {
    Postponements before = task.postponements();
    return new Task(
        task.id(),
        task.type(),
        task.videoId(),
        task.state(),
        task.attempts(),
        task.workerUserId(),
        task.errors(),
        new Postponements(before.since(), before.count(), false, before.operatorRetry()),
        now,
        task.startedAt(),
        task.completedAt(),
        task.createdAt(),
        now);
  }

  private static boolean isChange(Task task, Task next) {
    return task.state() != TaskState.PENDING
        || next.state() != TaskState.PENDING
        || task.availableAt().isAfter(next.availableAt());
  }

  private static boolean isActive(Task task) {
    return task.state() == TaskState.PENDING || task.state() == TaskState.IN_PROGRESS;
  }

  private static boolean failedAfter(Task task, Instant time) {
    return task.state() == TaskState.FAILED
        && task.completedAt() != null
        && task.completedAt().isAfter(time);
  }

  private static boolean endedBefore(Task task, Instant time) {
    return task.completedAt() != null && task.completedAt().isBefore(time);
  }

  private static Instant started(Task task) {
    return Objects.requireNonNull(task.startedAt());
  }
}

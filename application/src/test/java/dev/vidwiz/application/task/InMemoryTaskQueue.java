package dev.vidwiz.application.task;

import dev.vidwiz.application.storage.InMemoryTable;
import dev.vidwiz.application.storage.InMemoryTransactions;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.task.Requester;
import dev.vidwiz.domain.task.Task;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.task.TaskType;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tasks in memory. */
public final class InMemoryTaskQueue implements TaskQueue {

  private static final Comparator<Task> MAX_AVAILABLE_FIRST =
      Comparator.comparing(Task::availableAt).thenComparingLong(Task::id);

  private final InMemoryTransactions transactions;
  private final InMemoryTable<Long, Task> rows;
  private final InMemoryTurns turns;
  private final Videos videos;

  /** Makes an empty queue of tasks for the given videos. */
  public InMemoryTaskQueue(InMemoryTransactions transactions, Videos videos) {
    this.transactions = transactions;
    this.rows = new InMemoryTable<>(transactions);
    this.turns = new InMemoryTurns(transactions, rows);
    this.videos = videos;
  }

  @Override
  public boolean schedule(
      TaskType type, VideoId videoId, Requester requester, Instant now, Instant failedBefore) {
    return transactions.inTransaction(
        () -> {
          boolean hindered =
              of(type, videoId)
                  .anyMatch(
                      task -> TaskRows.isActive(task) || TaskRows.failedAfter(task, failedBefore));
          if (!hindered) {
            long turn = turns.nextTurn(type, requester, now);
            turns.add(add(type, videoId, now), requester, turn);
          } else if (!requester.equals(new Requester.Nobody())) {
            of(type, videoId)
                .filter(task -> task.state() == TaskState.PENDING)
                .forEach(task -> turns.join(task, requester, now));
          }
          return !hindered;
        });
  }

  @Override
  public Optional<Task> claim(TaskType type, @Nullable Long workerUserId, Instant now) {
    return claim(type, workerUserId, now, task -> true);
  }

  @Override
  public List<Task> claimBatch(TaskType type, @Nullable Long workerUserId, Instant now, int max) {
    return transactions.inTransaction(
        () ->
            Stream.generate(() -> claim(type, workerUserId, now))
                .limit(max)
                .takeWhile(Optional::isPresent)
                .flatMap(Optional::stream)
                .toList());
  }

  @Override
  public Optional<Task> claimOwn(TaskType type, long userId, Instant now) {
    return claim(type, userId, now, task -> isOwn(task, new Requester.User(userId)));
  }

  @Override
  public Set<Long> findOwners(TaskType type, Collection<Long> userIds, Instant now) {
    return transactions.inTransaction(
        () ->
            userIds.stream()
                .filter(
                    id -> turns.next(type, task -> isOwn(task, new Requester.User(id))).isPresent())
                .collect(Collectors.toSet()));
  }

  private boolean isOwn(Task task, Requester user) {
    return turns.requester(task).equals(user) && videos.isSoleRequester(task.videoId(), user);
  }

  private Optional<Task> claim(
      TaskType type, @Nullable Long workerUserId, Instant now, Predicate<Task> wanted) {
    return transactions.inTransaction(
        () ->
            turns
                .next(type, wanted)
                .or(() -> lineUpDue(type, now) > 0 ? turns.next(type, wanted) : Optional.empty())
                .map(task -> put(TaskRows.claimed(task, workerUserId, now))));
  }

  @Override
  public int lineUpDue(TaskType type, Instant now) {
    return transactions.inTransaction(
        () -> {
          List<Task> due = turns.due(type, now).sorted(MAX_AVAILABLE_FIRST).toList();
          due.forEach(task -> turns.lineUp(task, now));
          return due.size();
        });
  }

  @Override
  public int correctFutureTimes(Instant now) {
    return transactions.inTransaction(
        () -> {
          List<Task> corrected =
              rows.rows()
                  .map(task -> CorrectedTimes.of(task, turns.isDelayed(task), now))
                  .filter(Objects::nonNull)
                  .toList();
          corrected.forEach(this::put);
          return (int) corrected.stream().filter(t -> t.state() == TaskState.PENDING).count();
        });
  }

  @Override
  public boolean isActive(TaskType type, VideoId videoId) {
    return transactions.inTransaction(() -> of(type, videoId).anyMatch(TaskRows::isActive));
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
                .filter(task -> Objects.equals(task.claimId(), before.claimId()))
                .filter(task -> TaskRows.isChange(task, next))
                .map(task -> change(task, next))
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
          parked.forEach(task -> put(TaskRows.broughtForward(task, now)));
          return parked.stream().map(Task::videoId).toList();
        });
  }

  @Override
  public List<Task> findStale(Instant startedBefore, int limit) {
    return transactions.inTransaction(
        () ->
            rows.rows()
                .filter(task -> task.state() == TaskState.IN_PROGRESS)
                .filter(task -> TaskRows.started(task).isBefore(startedBefore))
                .sorted(Comparator.comparing(TaskRows::started).thenComparingLong(Task::id))
                .limit(limit)
                .toList());
  }

  @Override
  public int countAvailable(TaskType type, Instant now, int limit) {
    return transactions.inTransaction(
        () -> (int) Stream.concat(turns.inLine(type), turns.due(type, now)).limit(limit).count());
  }

  @Override
  public int removeEnded(TaskState state, Instant before) {
    return transactions.inTransaction(
        () -> {
          List<Task> old =
              rows.rows()
                  .filter(task -> task.state() == state && TaskRows.endedBefore(task, before))
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

  private Task change(Task task, Task next) {
    boolean atOnce =
        task.state() == TaskState.IN_PROGRESS && !next.availableAt().isAfter(next.updatedAt());
    if (!atOnce) {
      turns.delay(task);
    }
    return put(next);
  }

  private Task add(TaskType type, VideoId videoId, Instant now) {
    return put(TaskRows.scheduled(rows.nextId(), type, videoId, now));
  }

  private Task put(Task task) {
    return rows.put(task.id(), task);
  }
}

package dev.vidwiz.application.job;

import dev.vidwiz.application.storage.InMemoryTable;
import dev.vidwiz.application.storage.InMemoryTransactions;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.task.TaskError;
import dev.vidwiz.domain.task.TaskState;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** AI jobs in memory. */
public final class InMemoryOutbox implements Outbox {

  private static final Comparator<StoredAiJob> OLDEST_FIRST =
      Comparator.comparing(StoredAiJob::availableAt).thenComparingLong(row -> row.job().id());

  private final InMemoryTransactions transactions;
  private final InMemoryTable<Long, StoredAiJob> rows;

  /** Makes an empty outbox. */
  public InMemoryOutbox(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.rows = new InMemoryTable<>(transactions);
  }

  @Override
  public boolean add(AiJobKind kind, VideoId videoId, @Nullable Long noteId, Instant now) {
    return transactions.inTransaction(
        () -> {
          AiJob job = new AiJob(rows.nextId(), kind, videoId, noteId, 0, now);
          boolean added = !isBesideTheSame(job);
          if (added) {
            rows.put(job.id(), new StoredAiJob(job, TaskState.PENDING, List.of(), now, null, now));
          }
          return added;
        });
  }

  @Override
  public boolean addAiNotes(VideoId videoId, List<Long> noteIds, Instant now) {
    return transactions.inTransaction(
        () -> noteIds.stream().filter(id -> add(AiJobKind.AI_NOTE, videoId, id, now)).count() > 0);
  }

  @Override
  public List<AiJob> claim(AiJobKind kind, int limit, Instant now, Instant leaseEnd) {
    return transactions.inTransaction(
        () ->
            rows.rows()
                .filter(row -> isActive(row) && row.job().kind() == kind)
                .filter(row -> !row.availableAt().isAfter(now))
                .sorted(OLDEST_FIRST)
                .limit(limit)
                .map(row -> claimed(row, now, leaseEnd))
                .toList());
  }

  @Override
  public void renew(AiJob job, Instant leaseEnd) {
    settle(
        job,
        row ->
            new StoredAiJob(
                row.job(), row.state(), row.errors(), leaseEnd, row.startedAt(), row.updatedAt()));
  }

  @Override
  public boolean remove(AiJob job) {
    return transactions.inTransaction(
        () -> {
          boolean there =
              rows.get(job.id()).filter(row -> row.state() != TaskState.CANCELLED).isPresent();
          if (there) {
            rows.remove(job.id());
          }
          return there;
        });
  }

  @Override
  public void putBack(AiJob job, Instant availableAt, String error, Instant now) {
    settle(job, row -> waiting(row, row.job().attempts(), availableAt, with(row, error, now), now));
  }

  @Override
  public void postpone(AiJob job, Instant availableAt) {
    settle(
        job,
        row -> waiting(row, row.job().attempts() - 1, availableAt, row.errors(), row.updatedAt()));
  }

  @Override
  public void fail(AiJob job, String error, Instant now) {
    settle(
        job,
        row ->
            new StoredAiJob(
                row.job(), TaskState.FAILED, with(row, error, now), now, row.startedAt(), now));
  }

  @Override
  public int correctFutureTimes(Instant now, Instant leaseEnd) {
    Instant written = now.plusSeconds(60);
    return transactions.inTransaction(
        () -> {
          rows.rows()
              .filter(row -> row.state() == TaskState.IN_PROGRESS)
              .filter(row -> row.availableAt().isAfter(leaseEnd.plusSeconds(60)))
              .toList()
              .forEach(row -> renew(row.job(), leaseEnd));
          List<StoredAiJob> ahead =
              rows.rows()
                  .filter(row -> row.state() == TaskState.PENDING)
                  .filter(row -> row.availableAt().isAfter(now))
                  .filter(
                      row ->
                          row.updatedAt().isAfter(written)
                              || row.availableAt().isAfter(written.plus(Duration.ofDays(1))))
                  .toList();
          ahead.forEach(
              row ->
                  rows.put(
                      row.job().id(), waiting(row, row.job().attempts(), now, row.errors(), now)));
          return ahead.size();
        });
  }

  @Override
  public List<StoredAiJob> findAll(Collection<Long> ids) {
    return transactions.inTransaction(
        () -> rows.rows().filter(row -> ids.contains(row.job().id())).toList());
  }

  @Override
  public boolean retry(long id, Instant now) {
    return change(
        id,
        row -> isRetriable(row, now) && !isBesideTheSame(row.job()),
        row -> {
          int attempts = row.state() == TaskState.PENDING ? row.job().attempts() : 0;
          return waiting(row, attempts, now, row.errors(), now);
        });
  }

  @Override
  public boolean cancel(long id, Instant now) {
    return change(
        id,
        row -> row.state() != TaskState.CANCELLED,
        row ->
            new StoredAiJob(
                row.job(),
                TaskState.CANCELLED,
                row.errors(),
                row.availableAt(),
                row.startedAt(),
                now));
  }

  @Override
  public int removeCancelled(Instant before) {
    return transactions.inTransaction(
        () -> {
          List<StoredAiJob> old =
              rows.rows()
                  .filter(row -> row.state() == TaskState.CANCELLED)
                  .filter(row -> row.updatedAt().isBefore(before))
                  .toList();
          old.forEach(row -> rows.remove(row.job().id()));
          return old.size();
        });
  }

  /** Returns all jobs there are. */
  public List<StoredAiJob> all() {
    return transactions.inTransaction(() -> rows.rows().toList());
  }

  private AiJob claimed(StoredAiJob row, Instant now, Instant leaseEnd) {
    AiJob job = attempt(row.job(), row.job().attempts() + 1);
    return rows.put(
            job.id(), new StoredAiJob(job, TaskState.IN_PROGRESS, row.errors(), leaseEnd, now, now))
        .job();
  }

  private void settle(AiJob job, UnaryOperator<StoredAiJob> change) {
    change(
        job.id(),
        row -> row.state() == TaskState.IN_PROGRESS && row.job().attempts() == job.attempts(),
        change);
  }

  private boolean change(
      long id, Predicate<StoredAiJob> condition, UnaryOperator<StoredAiJob> change) {
    return transactions.inTransaction(
        () ->
            rows.get(id).filter(condition).map(row -> rows.put(id, change.apply(row))).isPresent());
  }

  private boolean isBesideTheSame(AiJob job) {
    return rows.rows()
        .filter(InMemoryOutbox::isActive)
        .map(StoredAiJob::job)
        .anyMatch(
            other ->
                other.id() != job.id()
                    && other.kind() == job.kind()
                    && other.videoId().equals(job.videoId())
                    && Objects.equals(other.noteId(), job.noteId()));
  }

  private static boolean isActive(StoredAiJob row) {
    return row.state() == TaskState.PENDING || row.state() == TaskState.IN_PROGRESS;
  }

  private static boolean isRetriable(StoredAiJob row, Instant now) {
    return row.state() == TaskState.PENDING ? row.availableAt().isAfter(now) : !isActive(row);
  }

  private static StoredAiJob waiting(
      StoredAiJob row, int attempts, Instant availableAt, List<TaskError> errors, Instant now) {
    return new StoredAiJob(
        attempt(row.job(), attempts), TaskState.PENDING, errors, availableAt, null, now);
  }

  private static AiJob attempt(AiJob job, int attempts) {
    return new AiJob(job.id(), job.kind(), job.videoId(), job.noteId(), attempts, job.createdAt());
  }

  private static List<TaskError> with(StoredAiJob row, String error, Instant now) {
    int dropped = Math.max(0, row.errors().size() + 1 - StoredAiJob.KEPT_ERRORS);
    return Stream.concat(
            row.errors().stream().skip(dropped),
            Stream.of(new TaskError(now, row.job().attempts(), error)))
        .toList();
  }
}

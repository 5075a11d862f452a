package dev.vidwiz.application.ai;

import dev.vidwiz.application.storage.InMemoryTable;
import dev.vidwiz.application.storage.InMemoryTransactions;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** AI jobs in memory. */
public final class InMemoryOutbox implements Outbox {

  private record Row(AiJob job, Instant availableAt, List<String> errors, boolean dead) {}

  private final InMemoryTransactions transactions;
  private final InMemoryTable<Long, Row> rows;

  /** Makes an empty outbox. */
  public InMemoryOutbox(InMemoryTransactions transactions) {
    this.transactions = transactions;
    this.rows = new InMemoryTable<>(transactions);
  }

  @Override
  public boolean add(AiJobKind kind, VideoId videoId, @Nullable Long noteId, Instant now) {
    return transactions.inTransaction(
        () -> {
          boolean waiting =
              rows.rows()
                  .filter(row -> !row.dead())
                  .map(Row::job)
                  .anyMatch(
                      job ->
                          job.kind() == kind
                              && job.videoId().equals(videoId)
                              && Objects.equals(job.noteId(), noteId));
          if (!waiting) {
            long id = rows.nextId();
            rows.put(
                id, new Row(new AiJob(id, kind, videoId, noteId, 0, now), now, List.of(), false));
          }
          return !waiting;
        });
  }

  @Override
  public List<AiJob> claim(AiJobKind kind, int limit, Instant now, Instant leaseEnd) {
    return transactions.inTransaction(
        () ->
            rows.rows()
                .filter(row -> !row.dead() && row.job().kind() == kind)
                .filter(row -> !row.availableAt().isAfter(now))
                .sorted(
                    Comparator.comparing(Row::availableAt).thenComparingLong(row -> row.job().id()))
                .limit(limit)
                .map(row -> claimed(row, leaseEnd))
                .toList());
  }

  @Override
  public void renew(AiJob job, Instant leaseEnd) {
    change(job, row -> new Row(row.job(), leaseEnd, row.errors(), false));
  }

  @Override
  public void remove(AiJob job) {
    transactions.inTransaction(() -> rows.remove(job.id()));
  }

  @Override
  public void putBack(AiJob job, Instant availableAt, String error, Instant now) {
    change(job, row -> new Row(row.job(), availableAt, with(row.errors(), error), false));
  }

  @Override
  public void postpone(AiJob job, Instant availableAt) {
    change(
        job,
        row ->
            new Row(
                attempt(row.job(), row.job().attempts() - 1), availableAt, row.errors(), false));
  }

  @Override
  public void bury(AiJob job, String error, Instant now) {
    change(job, row -> new Row(row.job(), now, with(row.errors(), error), true));
  }

  /** Returns the jobs that wait, or those that are dead. */
  public List<AiJob> all(boolean dead) {
    return transactions.inTransaction(
        () -> rows.rows().filter(row -> row.dead() == dead).map(Row::job).toList());
  }

  private AiJob claimed(Row row, Instant leaseEnd) {
    AiJob job = attempt(row.job(), row.job().attempts() + 1);
    return rows.put(job.id(), new Row(job, leaseEnd, row.errors(), false)).job();
  }

  private void change(AiJob job, UnaryOperator<Row> change) {
    transactions.inTransaction(
        () ->
            rows.get(job.id())
                .filter(row -> !row.dead() && row.job().attempts() == job.attempts())
                .ifPresent(row -> rows.put(job.id(), change.apply(row))));
  }

  private static AiJob attempt(AiJob job, int attempts) {
    return new AiJob(job.id(), job.kind(), job.videoId(), job.noteId(), attempts, job.createdAt());
  }

  private static List<String> with(List<String> errors, String error) {
    return Stream.concat(errors.stream(), Stream.of(error)).toList();
  }
}

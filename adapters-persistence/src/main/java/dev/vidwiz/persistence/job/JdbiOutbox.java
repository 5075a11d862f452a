package dev.vidwiz.persistence.job;

import dev.vidwiz.application.job.AiJob;
import dev.vidwiz.application.job.Outbox;
import dev.vidwiz.application.job.StoredAiJob;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.database.Batches;
import dev.vidwiz.persistence.database.JdbiTransactions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** AI jobs in the table {@code outbox}: the SQL that both databases share. */
abstract sealed class JdbiOutbox implements Outbox permits SqliteOutbox, PostgresOutbox {

  private static final String ADD =
      """
      INSERT INTO outbox (kind, video_id, note_id, available_at, created_at, updated_at)
      VALUES (:kind, :videoId, :noteId, :now, :now, :now)
      ON CONFLICT DO NOTHING
      """;

  private static final String REMOVE =
      "DELETE FROM outbox WHERE id = :id AND status <> 'cancelled'";

  private static final String RENEW =
      """
      UPDATE outbox SET available_at = :leaseEnd
      WHERE id = :id AND status = 'leased' AND attempts = :attempts
      """;

  private static final String POSTPONE =
      """
      UPDATE outbox
      SET status = 'waiting', available_at = :availableAt, started_at = NULL,
          attempts = attempts - 1
      WHERE id = :id AND status = 'leased' AND attempts = :attempts
      """;

  private static final String FIND_ALL =
      "SELECT " + StoredAiJobMapper.COLUMNS + " FROM outbox WHERE id IN (<ids>)";

  /** NOT EXISTS avoids a violation of the unique index. */
  private static final String RETRY =
      """
      UPDATE outbox
      SET status = 'waiting', available_at = :now, started_at = NULL, updated_at = :now,
          attempts = CASE status WHEN 'waiting' THEN attempts ELSE 0 END
      WHERE id = :id
        AND (status IN ('dead', 'cancelled') OR (status = 'waiting' AND available_at > :now))
        AND NOT EXISTS (SELECT 1 FROM outbox AS same
                        WHERE same.status IN ('waiting', 'leased')
                          AND same.kind = outbox.kind AND same.video_id = outbox.video_id
                          AND COALESCE(same.note_id, 0) = COALESCE(outbox.note_id, 0)
                          AND same.id <> outbox.id)
      """;

  private static final String CANCEL =
      """
      UPDATE outbox SET status = 'cancelled', updated_at = :now
      WHERE id = :id AND status <> 'cancelled'
      """;

  /** Names every kind, so that the index for lists of jobs is used. */
  static final String REMOVE_CANCELLED =
      """
      DELETE FROM outbox
      WHERE id IN (SELECT id FROM outbox
                   WHERE kind IN ('ai_note', 'summary') AND status = 'cancelled'
                     AND updated_at < :before
                   LIMIT :limit)
        AND status = 'cancelled'
      """;

  private final JdbiTransactions transactions;
  private final String claim;
  private final String endAttempt;

  /**
   * {@code errorsWithOneMore} appends to the column {@code errors} and keeps at most {@code :kept}.
   */
  JdbiOutbox(JdbiTransactions transactions, String claim, String errorsWithOneMore) {
    this.transactions = transactions;
    this.claim = claim;
    this.endAttempt =
        """
        UPDATE outbox
        SET status = :status, available_at = :availableAt, errors = %s, updated_at = :now,
            started_at = CASE :status WHEN 'waiting' THEN NULL ELSE started_at END
        WHERE id = :id AND status = 'leased' AND attempts = :attempts
        """
            .formatted(errorsWithOneMore);
  }

  @Override
  public final boolean add(AiJobKind kind, VideoId videoId, @Nullable Long noteId, Instant now) {
    return transactions.update(
            ADD,
            update ->
                update
                    .bind("kind", kind.code())
                    .bind("videoId", videoId.value())
                    .bind("noteId", noteId)
                    .bind("now", now))
        > 0;
  }

  @Override
  public final boolean addAiNotes(VideoId videoId, List<Long> noteIds, Instant now) {
    return transactions.write(
        handle -> {
          PreparedBatch batch = handle.prepareBatch(ADD);
          noteIds.forEach(
              id ->
                  batch
                      .bind("kind", AiJobKind.AI_NOTE.code())
                      .bind("videoId", videoId.value())
                      .bind("noteId", id)
                      .bind("now", now)
                      .add());
          // PostgreSQL's driver may return a negative number for "some".
          return Arrays.stream(batch.execute()).anyMatch(added -> added != 0);
        });
  }

  @Override
  public List<AiJob> claim(AiJobKind kind, int limit, Instant now, Instant leaseEnd) {
    return transactions.write(
        handle ->
            handle
                .createQuery(claim)
                .bind("kind", kind.code())
                .bind("limit", limit)
                .bind("now", now)
                .bind("leaseEnd", leaseEnd)
                .map(new AiJobMapper())
                .list()
                .stream()
                .sorted(Comparator.comparingLong(AiJob::id))
                .toList());
  }

  @Override
  public final void renew(AiJob job, Instant leaseEnd) {
    transactions.update(RENEW, update -> lease(update, job).bind("leaseEnd", leaseEnd));
  }

  @Override
  public final boolean remove(AiJob job) {
    return transactions.update(REMOVE, update -> update.bind("id", job.id())) > 0;
  }

  @Override
  public final void putBack(AiJob job, Instant availableAt, String error, Instant now) {
    endAttempt(job, "waiting", availableAt, error, now);
  }

  @Override
  public final void postpone(AiJob job, Instant availableAt) {
    transactions.update(POSTPONE, update -> lease(update, job).bind("availableAt", availableAt));
  }

  @Override
  public final void fail(AiJob job, String error, Instant now) {
    endAttempt(job, "dead", now, error, now);
  }

  @Override
  public final int correctFutureTimes(Instant now, Instant leaseEnd) {
    return FutureJobTimes.correct(transactions, now, leaseEnd);
  }

  @Override
  public final List<StoredAiJob> findAll(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : transactions.list(
            FIND_ALL, new StoredAiJobMapper(), query -> query.bindList("ids", List.copyOf(ids)));
  }

  @Override
  public final boolean retry(long id, Instant now) {
    return change(RETRY, id, now);
  }

  @Override
  public final boolean cancel(long id, Instant now) {
    return change(CANCEL, id, now);
  }

  @Override
  public final int removeCancelled(Instant before) {
    return Batches.remove(transactions, REMOVE_CANCELLED, update -> update.bind("before", before));
  }

  private boolean change(String sql, long id, Instant now) {
    return transactions.update(sql, update -> update.bind("id", id).bind("now", now)) > 0;
  }

  private void endAttempt(
      AiJob job, String status, Instant availableAt, String error, Instant now) {
    transactions.update(
        endAttempt,
        update ->
            lease(update, job)
                .bind("status", status)
                .bind("availableAt", availableAt)
                .bind("at", now.toString())
                .bind("error", error)
                .bind("kept", StoredAiJob.KEPT_ERRORS)
                .bind("now", now));
  }

  /** Binds the attempt that has the lease. */
  private static Update lease(Update update, AiJob job) {
    return update.bind("id", job.id()).bind("attempts", job.attempts());
  }
}

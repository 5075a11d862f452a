package dev.vidwiz.persistence.ai;

import dev.vidwiz.application.ai.AiJob;
import dev.vidwiz.application.ai.Outbox;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.video.VideoId;
import dev.vidwiz.persistence.database.JdbiTransactions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** AI jobs in the table outbox, but for what the databases say in different ways. */
abstract sealed class JdbiOutbox implements Outbox permits SqliteOutbox, PostgresOutbox {

  private static final String ADD =
      """
      INSERT INTO outbox (kind, video_id, note_id, available_at, created_at, updated_at)
      VALUES (:kind, :videoId, :noteId, :now, :now, :now)
      ON CONFLICT DO NOTHING
      """;

  private static final String REMOVE = "DELETE FROM outbox WHERE id = :id";

  private static final String RENEW =
      """
      UPDATE outbox SET available_at = :leaseEnd
      WHERE id = :id AND status = 'waiting' AND attempts = :attempts
      """;

  private static final String POSTPONE =
      """
      UPDATE outbox SET available_at = :availableAt, attempts = attempts - 1
      WHERE id = :id AND status = 'waiting' AND attempts = :attempts
      """;

  private final JdbiTransactions transactions;
  private final String claim;
  private final String endAttempt;

  JdbiOutbox(JdbiTransactions transactions, String claim, String errorsWithOneMore) {
    this.transactions = transactions;
    this.claim = claim;
    this.endAttempt =
        """
        UPDATE outbox
        SET status = :status, available_at = :availableAt, errors = %s, updated_at = :now
        WHERE id = :id AND status = 'waiting' AND attempts = :attempts
        """
            .formatted(errorsWithOneMore);
  }

  @Override
  public final boolean add(AiJobKind kind, VideoId videoId, @Nullable Long noteId, Instant now) {
    return transactions.write(
        handle ->
            handle
                    .createUpdate(ADD)
                    .bind("kind", kind.code())
                    .bind("videoId", videoId.value())
                    .bind("noteId", noteId)
                    .bind("now", now)
                    .execute()
                > 0);
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
    transactions.write(
        handle ->
            handle
                .createUpdate(RENEW)
                .bind("id", job.id())
                .bind("attempts", job.attempts())
                .bind("leaseEnd", leaseEnd)
                .execute());
  }

  @Override
  public final void remove(AiJob job) {
    transactions.write(handle -> handle.createUpdate(REMOVE).bind("id", job.id()).execute());
  }

  @Override
  public final void putBack(AiJob job, Instant availableAt, String error, Instant now) {
    endAttempt(job, "waiting", availableAt, error, now);
  }

  @Override
  public final void postpone(AiJob job, Instant availableAt) {
    transactions.write(
        handle ->
            handle
                .createUpdate(POSTPONE)
                .bind("id", job.id())
                .bind("attempts", job.attempts())
                .bind("availableAt", availableAt)
                .execute());
  }

  @Override
  public final void bury(AiJob job, String error, Instant now) {
    endAttempt(job, "dead", now, error, now);
  }

  private void endAttempt(
      AiJob job, String status, Instant availableAt, String error, Instant now) {
    transactions.write(
        handle ->
            handle
                .createUpdate(endAttempt)
                .bind("id", job.id())
                .bind("attempts", job.attempts())
                .bind("status", status)
                .bind("availableAt", availableAt)
                .bind("at", now.toString())
                .bind("error", error)
                .bind("now", now)
                .execute());
  }
}

package dev.vidwiz.persistence.job;

import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.persistence.database.FarFuture;
import dev.vidwiz.persistence.database.JdbiTransactions;
import java.time.Instant;

/** Corrects the times of AI jobs that a clock wrote which was ahead. */
final class FutureJobTimes {

  /** Names the states of the partial index, too. */
  static final String MAKE_AVAILABLE =
      """
      UPDATE outbox SET available_at = :now, updated_at = :now
      WHERE kind = :kind AND status IN ('waiting', 'leased') AND status = 'waiting'
        AND available_at > :now AND (available_at > :latest OR updated_at > :written)
      """;

  static final String SHORTEN_LEASE =
      """
      UPDATE outbox SET available_at = :leaseEnd
      WHERE kind = :kind AND status IN ('waiting', 'leased') AND status = 'leased'
        AND available_at > :latest
      """;

  private FutureJobTimes() {}

  /** Corrects all jobs and returns the number of those that became available. */
  static int correct(JdbiTransactions transactions, Instant now, Instant leaseEnd) {
    Instant written = now.plus(FarFuture.TOLERANCE);
    int available = 0;
    for (AiJobKind kind : AiJobKind.values()) {
      available +=
          transactions.update(
              MAKE_AVAILABLE,
              update ->
                  update
                      .bind("kind", kind.code())
                      .bind("now", now)
                      .bind("latest", written.plus(FarFuture.LONGEST_DELAY))
                      .bind("written", written));
      transactions.update(
          SHORTEN_LEASE,
          update ->
              update
                  .bind("kind", kind.code())
                  .bind("leaseEnd", leaseEnd)
                  .bind("latest", leaseEnd.plus(FarFuture.TOLERANCE)));
    }
    return available;
  }
}

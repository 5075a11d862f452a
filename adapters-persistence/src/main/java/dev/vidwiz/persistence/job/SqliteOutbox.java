package dev.vidwiz.persistence.job;

import dev.vidwiz.application.job.AiJob;
import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.persistence.database.JdbiTransactions;
import java.time.Instant;
import java.util.List;

/** AI jobs in SQLite. */
public final class SqliteOutbox extends JdbiOutbox {

  static final String CLAIM =
      """
      UPDATE outbox
      SET status = 'leased', attempts = attempts + 1, available_at = :leaseEnd,
          started_at = :now, updated_at = :now
      WHERE id IN (SELECT id FROM outbox
                   WHERE kind = :kind AND status IN ('waiting', 'leased')
                     AND available_at <= :now
                   ORDER BY available_at, id
                   LIMIT :limit)
      RETURNING %s
      """
          .formatted(AiJobMapper.COLUMNS);

  private static final String ANY_AVAILABLE =
      """
      SELECT EXISTS (SELECT 1 FROM outbox
                     WHERE kind = :kind AND status IN ('waiting', 'leased')
                     AND available_at <= :now)
      """;

  private static final String ERRORS_WITH_ONE_MORE =
      "json_insert(CASE WHEN json_array_length(errors) >= :kept THEN json_remove(errors, '$[0]')"
          + " ELSE errors END, '$[#]',"
          + " json_object('at', :at, 'attempt', attempts, 'error', :error))";

  private final JdbiTransactions transactions;

  /** Joins the given transactions. */
  public SqliteOutbox(JdbiTransactions transactions) {
    super(transactions, CLAIM, ERRORS_WITH_ONE_MORE);
    this.transactions = transactions;
  }

  /** Checks with a reader first, because usually nothing is available and a write would wait. */
  @Override
  public List<AiJob> claim(AiJobKind kind, int limit, Instant now, Instant leaseEnd) {
    return transactions.isOpen() || isAnyAvailable(kind, now)
        ? super.claim(kind, limit, now, leaseEnd)
        : List.of();
  }

  private boolean isAnyAvailable(AiJobKind kind, Instant now) {
    return transactions.read(
        handle ->
            handle
                .createQuery(ANY_AVAILABLE)
                .bind("kind", kind.code())
                .bind("now", now)
                .mapTo(Boolean.class)
                .one());
  }
}

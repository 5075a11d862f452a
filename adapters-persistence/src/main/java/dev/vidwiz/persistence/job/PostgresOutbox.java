package dev.vidwiz.persistence.job;

import dev.vidwiz.persistence.database.JdbiTransactions;

/** AI jobs in PostgreSQL. */
public final class PostgresOutbox extends JdbiOutbox {

  /** The array makes PostgreSQL run the subquery once, with any plan. */
  static final String CLAIM =
      """
      UPDATE outbox
      SET status = 'leased', attempts = attempts + 1, available_at = :leaseEnd,
          started_at = :now, updated_at = :now
      WHERE id = ANY (ARRAY (SELECT id FROM outbox
                             WHERE kind = :kind AND status IN ('waiting', 'leased')
                     AND available_at <= :now
                             ORDER BY available_at, id
                             LIMIT :limit
                             FOR UPDATE SKIP LOCKED))
      RETURNING %s
      """
          .formatted(AiJobMapper.COLUMNS);

  private static final String ERRORS_WITH_ONE_MORE =
      "CASE WHEN jsonb_array_length(errors) >= :kept THEN errors - 0 ELSE errors END"
          + " || jsonb_build_array(jsonb_build_object("
          + "'at', CAST(:at AS text), 'attempt', attempts, 'error', CAST(:error AS text)))";

  /** Joins the given transactions. */
  public PostgresOutbox(JdbiTransactions transactions) {
    super(transactions, CLAIM, ERRORS_WITH_ONE_MORE);
  }
}

package dev.vidwiz.persistence.round;

import dev.vidwiz.application.round.Round;
import dev.vidwiz.application.round.Rounds;
import dev.vidwiz.persistence.database.JdbiTransactions;
import java.time.Duration;

/** Rounds in the table {@code rounds}, by the clock of the database. */
public final class PostgresRounds implements Rounds {

  /**
   * Usually the first condition is false, and the statement reads one row. A server that comes at
   * the same time does not wait for the lock; one that comes just after sees the new time only in
   * the last condition, and with now() would take it for one in the future, which is that of a
   * clock that was ahead. The commit does not wait for the disk, because a lost round is only begun
   * again.
   */
  static final String BEGIN =
      """
      INSERT INTO rounds (work, begun_at)
      SELECT :work, now()
      WHERE NOT EXISTS (SELECT 1 FROM rounds WHERE work = :work AND %1$s) AND %2$s
      ON CONFLICT (work) DO UPDATE SET begun_at = excluded.begun_at
      WHERE NOT (rounds.%1$s)
      RETURNING work, set_config('synchronous_commit', 'off', true)
      """
          .formatted(
              "begun_at BETWEEN clock_timestamp() - :millis * INTERVAL '1 millisecond'"
                  + " AND clock_timestamp()",
              RoundLock.TRY);

  private final JdbiTransactions transactions;

  /** Joins the given transactions. */
  public PostgresRounds(JdbiTransactions transactions) {
    this.transactions = transactions;
  }

  /** Not a change that shows that writes work: the row is small and always there. */
  @Override
  public boolean begin(Round round, Duration pause) {
    return transactions.write(
        handle ->
            handle
                .createQuery(BEGIN)
                .bind("work", round.code())
                .bind("lock", RoundLock.of(round))
                .bind("millis", pause.toMillis())
                .mapToMap()
                .findOne()
                .isPresent());
  }
}

package dev.vidwiz.persistence.round;

import dev.vidwiz.application.round.Round;
import dev.vidwiz.application.storage.Backlog;
import dev.vidwiz.application.storage.StorageMetrics;
import dev.vidwiz.persistence.database.JdbiTransactions;
import java.time.Duration;
import java.util.Optional;

/**
 * Metrics of PostgreSQL. One server at a time counts, and the others read its result from the table
 * {@code rounds}.
 */
public final class PostgresMetrics implements StorageMetrics {

  private static final String STORED =
      """
      SELECT result FROM rounds
      WHERE work = :work AND result IS NOT NULL
        AND begun_at BETWEEN clock_timestamp() - :millis * INTERVAL '1 millisecond'
          AND clock_timestamp()
      """;

  private static final String TRY_LOCK = "SELECT " + RoundLock.TRY;

  /** Does not wait for the disk, because a lost result is only counted again. */
  private static final String STORE =
      """
      INSERT INTO rounds (work, begun_at, result) VALUES (:work, now(), :result)
      ON CONFLICT (work) DO UPDATE SET begun_at = excluded.begun_at, result = excluded.result
      RETURNING work, set_config('synchronous_commit', 'off', true)
      """;

  /** How old a result may be while another server counts. */
  private static final Duration MEANWHILE = Duration.ofMinutes(2);

  private final JdbiTransactions transactions;
  private final StorageMetrics counts;

  /** Shares the given counts. */
  public PostgresMetrics(JdbiTransactions transactions, StorageMetrics counts) {
    this.transactions = transactions;
    this.counts = counts;
  }

  @Override
  public Backlog backlog() {
    return counts.backlog();
  }

  @Override
  public Backlog backlog(Duration maxAge) {
    return stored(maxAge).orElseGet(() -> transactions.inTransaction(() -> countAlone(maxAge)));
  }

  private Backlog countAlone(Duration maxAge) {
    if (!hasLock()) {
      return stored(MEANWHILE).orElseGet(counts::backlog);
    }
    // Another server may have finished just before.
    return stored(maxAge)
        .orElseGet(
            () -> {
              Backlog backlog = counts.backlog();
              store(backlog);
              return backlog;
            });
  }

  private boolean hasLock() {
    return transactions.read(
        handle ->
            handle
                .createQuery(TRY_LOCK)
                .bind("lock", RoundLock.of(Round.BACKLOG))
                .mapTo(Boolean.class)
                .one());
  }

  private Optional<Backlog> stored(Duration maxAge) {
    return transactions
        .read(
            handle ->
                handle
                    .createQuery(STORED)
                    .bind("work", Round.BACKLOG.code())
                    .bind("millis", maxAge.toMillis())
                    .mapTo(String.class)
                    .findOne())
        .flatMap(BacklogJson::read);
  }

  private void store(Backlog backlog) {
    transactions.write(
        handle ->
            handle
                .createQuery(STORE)
                .bind("work", Round.BACKLOG.code())
                .bind("result", BacklogJson.write(backlog))
                .mapToMap()
                .one());
  }
}

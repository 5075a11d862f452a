package dev.vidwiz.persistence.limit;

import dev.vidwiz.application.limit.Rate;
import dev.vidwiz.application.limit.SharedRateLimits;
import dev.vidwiz.application.limit.TakeResult;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.persistence.database.Batches;
import dev.vidwiz.persistence.database.FarFuture;
import dev.vidwiz.persistence.database.JdbiTransactions;
import dev.vidwiz.persistence.postgres.PostgresConnections;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Buckets in the table {@code rate_limits}. A call locks the row of its bucket. */
public final class PostgresRateLimits implements SharedRateLimits {

  private static final Duration TIMEOUT = Duration.ofSeconds(4);

  /**
   * A full bucket is removed, so that its next period starts with its next use. So is one of a
   * clock that was ahead: it would not refill until the clock gets there again.
   */
  private static final String REMOVE_IF_FULL =
      "DELETE FROM rate_limits WHERE id = :id AND (expires_at <= :now OR expires_at > :latest)";

  /** A bucket that a call takes meanwhile is no longer full. */
  static final String REMOVE_FULL =
      """
      DELETE FROM rate_limits
      WHERE id IN (SELECT id FROM rate_limits
                   WHERE expires_at <= :now
                   ORDER BY expires_at
                   LIMIT :limit)
        AND expires_at <= :now
      """;

  private final JdbiTransactions transactions;
  private final PostgresConnections connections;
  private final DataSource pool;
  private final Semaphore permits;

  /** Uses at most half of the given connections, so that permitted calls can use the others. */
  public PostgresRateLimits(JdbiTransactions transactions, PostgresConnections connections) {
    this.transactions = transactions;
    this.connections = connections;
    this.pool = connections.pool();
    this.permits = new Semaphore(Math.max(1, connections.size() / 2));
  }

  @Override
  public TakeResult take(String bucket, Rate rate, Instant now) {
    String id = "%s %d/%s".formatted(bucket, rate.calls(), rate.period());
    awaitPermit();
    try {
      Instant latest = now.plus(rate.period()).plus(FarFuture.TOLERANCE);
      transactions.update(
          REMOVE_IF_FULL,
          update -> update.bind("id", id).bind("now", micros(now)).bind("latest", micros(latest)));
      return takeOne(id, rate, now);
    } finally {
      permits.release();
    }
  }

  @Override
  public void removeFull(Instant now) {
    Batches.remove(transactions, REMOVE_FULL, update -> update.bind("now", micros(now)));
  }

  private TakeResult takeOne(String id, Rate rate, Instant now) {
    try {
      ConsumptionProbe probe =
          buckets(now)
              .builder()
              .build(id, () -> configuration(rate))
              .tryConsumeAndReturnRemaining(1);
      return new TakeResult(
          probe.isConsumed(),
          probe.getRemainingTokens(),
          Duration.ofNanos(probe.getNanosToWaitForReset()));
    } catch (RuntimeException e) {
      throw connections.notNow("calls cannot be counted", e);
    }
  }

  private ProxyManager<String> buckets(Instant now) {
    return Bucket4jPostgreSQL.selectForUpdateBasedBuilder(pool)
        .primaryKeyMapper(PrimaryKeyMapper.STRING)
        .table("rate_limits")
        .addCustomColumn(new ExpiresAt())
        .clientClock(new FixedTime(now))
        .requestTimeout(TIMEOUT)
        .build();
  }

  private static BucketConfiguration configuration(Rate rate) {
    return BucketConfiguration.builder()
        .addLimit(
            limit -> limit.capacity(rate.calls()).refillIntervally(rate.calls(), rate.period()))
        .build();
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  private void awaitPermit() {
    try {
      if (permits.tryAcquire(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw StorageException.overloaded("too many calls wait to be counted", null);
  }
}

package dev.vidwiz.http.limit;

import dev.vidwiz.application.concurrent.SteadyClock;
import dev.vidwiz.application.failure.FailureLog;
import dev.vidwiz.application.limit.Rate;
import dev.vidwiz.application.limit.SharedRateLimits;
import dev.vidwiz.application.limit.TakeResult;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Buckets that several servers share. While the shared store is slow or down, calls are counted in
 * this server's own buckets, and one call per pause tests the shared store. The health check logs
 * such an outage.
 */
final class SharedBuckets implements Buckets {

  /**
   * Timeouts for the shared store.
   *
   * @param timeout the maximum wait of one call
   * @param pause how long the shared store is not used after a failure
   */
  record Times(Duration timeout, Duration pause) {

    static final Times DEFAULTS = new Times(Duration.ofSeconds(5), Duration.ofSeconds(10));
  }

  private static final System.Logger LOG = System.getLogger(SharedBuckets.class.getName());
  private static final Instant AVAILABLE = Instant.MIN;

  private final SharedRateLimits shared;
  private final Buckets own;
  private final InstantSource clock;
  private final InstantSource steady;
  private final Times times;
  private final FailureLog failures = new FailureLog(SharedBuckets.class);

  /** When the shared store may be used again. */
  private final AtomicReference<Instant> retryAt = new AtomicReference<>(AVAILABLE);

  SharedBuckets(SharedRateLimits shared, Buckets own, InstantSource clock, Times times) {
    this.shared = shared;
    this.own = own;
    this.clock = clock;
    this.steady = SteadyClock.of(clock);
    this.times = times;
  }

  @Override
  public TakeResult take(String bucket, Rate rate) {
    return mayUseShared(steady.instant())
        ? takeShared(bucket, rate, clock.instant())
        : own.take(bucket, rate);
  }

  private boolean mayUseShared(Instant now) {
    Instant from = retryAt.get();
    return from.equals(AVAILABLE)
        || (!now.isBefore(from) && retryAt.compareAndSet(from, now.plus(times.pause())));
  }

  private TakeResult takeShared(String bucket, Rate rate, Instant now) {
    try {
      TakeResult taken =
          CompletableFuture.supplyAsync(
                  () -> shared.take(bucket, rate, now), Thread::startVirtualThread)
              .get(times.timeout().toNanos(), TimeUnit.NANOSECONDS);
      if (!retryAt.getAndSet(AVAILABLE).equals(AVAILABLE)) {
        failures.worked("rate limits are shared with other servers again");
      }
      return taken;
    } catch (ExecutionException | TimeoutException e) {
      return fallBack(bucket, rate, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return own.take(bucket, rate);
    }
  }

  private TakeResult fallBack(String bucket, Rate rate, Exception reason) {
    if (retryAt.getAndSet(steady.instant().plus(times.pause())).equals(AVAILABLE)) {
      String text =
          "rate limits cannot be shared with other servers: each server counts alone until the"
              + " database responds again";
      if (reason instanceof TimeoutException) {
        LOG.log(Level.DEBUG, text, reason);
      } else {
        failures.failed(text, reason);
      }
    }
    return own.take(bucket, rate);
  }
}

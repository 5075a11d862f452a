package dev.vidwiz.http.limit;

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
 * Buckets that several servers share. While they are slow or down, calls are counted in this
 * server's own buckets, and one call in a while finds out whether it is over.
 */
final class SharedBuckets implements Buckets {

  /**
   * How long others are waited for.
   *
   * @param timeout how long one call waits
   * @param pause for how long nobody waits after one has waited in vain
   */
  record Times(Duration timeout, Duration pause) {

    static final Times USUAL = new Times(Duration.ofSeconds(5), Duration.ofSeconds(10));
  }

  private static final System.Logger LOG = System.getLogger(SharedBuckets.class.getName());
  private static final Instant ALWAYS = Instant.MIN;

  private final SharedRateLimits shared;
  private final Buckets own;
  private final InstantSource clock;
  private final Times times;

  /** When the shared buckets may be asked again. */
  private final AtomicReference<Instant> askFrom = new AtomicReference<>(ALWAYS);

  SharedBuckets(SharedRateLimits shared, Buckets own, InstantSource clock, Times times) {
    this.shared = shared;
    this.own = own;
    this.clock = clock;
    this.times = times;
  }

  @Override
  public TakeResult take(String bucket, Rate rate) {
    Instant now = clock.instant();
    return mayAsk(now) ? ask(bucket, rate, now) : own.take(bucket, rate);
  }

  private boolean mayAsk(Instant now) {
    Instant from = askFrom.get();
    return from.equals(ALWAYS)
        || (!now.isBefore(from) && askFrom.compareAndSet(from, now.plus(times.pause())));
  }

  private TakeResult ask(String bucket, Rate rate, Instant now) {
    try {
      TakeResult taken =
          CompletableFuture.supplyAsync(
                  () -> shared.take(bucket, rate, now), Thread::startVirtualThread)
              .get(times.timeout().toNanos(), TimeUnit.NANOSECONDS);
      if (!askFrom.getAndSet(ALWAYS).equals(ALWAYS)) {
        LOG.log(Level.INFO, "rate limits are shared with other servers again");
      }
      return taken;
    } catch (ExecutionException | TimeoutException e) {
      return without(bucket, rate, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return own.take(bucket, rate);
    }
  }

  private TakeResult without(String bucket, Rate rate, Exception reason) {
    if (askFrom.getAndSet(clock.instant().plus(times.pause())).equals(ALWAYS)) {
      LOG.log(
          Level.WARNING,
          "rate limits cannot be shared with other servers: each counts for itself until the"
              + " database answers again",
          reason);
    }
    return own.take(bucket, rate);
  }
}

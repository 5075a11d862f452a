package dev.vidwiz.http.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vidwiz.application.concurrent.SteadyClock;
import dev.vidwiz.application.limit.Rate;
import dev.vidwiz.application.limit.TakeResult;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Caches which buckets are empty, and until when. Further calls are rejected without a look-up of
 * the bucket. Many addresses with one call each cannot evict these entries.
 */
final class EmptyBuckets implements Buckets {

  private final Buckets buckets;
  private final InstantSource clock;
  private final Cache<String, Instant> emptyUntil;

  EmptyBuckets(Buckets buckets, InstantSource clock, int maxEmpty) {
    this.buckets = buckets;
    this.clock = SteadyClock.of(clock);
    this.emptyUntil = Caffeine.newBuilder().maximumSize(maxEmpty).executor(Runnable::run).build();
  }

  @Override
  public TakeResult take(String bucket, Rate rate) {
    Instant now = clock.instant();
    Instant full = emptyUntil.getIfPresent(bucket);
    if (full != null && now.isBefore(full)) {
      return new TakeResult(false, 0, Duration.between(now, full));
    }
    TakeResult taken = buckets.take(bucket, rate);
    if (!taken.granted()) {
      emptyUntil.put(bucket, now.plus(taken.resetIn()));
    }
    return taken;
  }
}

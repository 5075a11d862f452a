package dev.vidwiz.http.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.vidwiz.application.concurrent.SteadyClock;
import dev.vidwiz.application.limit.Rate;
import dev.vidwiz.application.limit.TakeResult;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Buckets in memory. A bucket is removed when its period ends, and the next call starts a new one.
 * Above the maximum, rarely used buckets are evicted first.
 */
final class MemoryBuckets implements Buckets {

  private record Key(String bucket, Rate rate) {}

  private final Cache<Key, Bucket> buckets;
  private final TimeMeter time;

  MemoryBuckets(InstantSource clock, int maxBuckets) {
    this.time = new ClockTime(SteadyClock.of(clock));
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(maxBuckets)
            .expireAfter(Expiry.<Key, Bucket>creating((key, bucket) -> key.rate().period()))
            .ticker(time::currentTimeNanos)
            .executor(Runnable::run)
            .build();
  }

  @Override
  public TakeResult take(String bucket, Rate rate) {
    ConsumptionProbe probe =
        buckets.get(new Key(bucket, rate), this::full).tryConsumeAndReturnRemaining(1);
    return new TakeResult(
        probe.isConsumed(),
        probe.getRemainingTokens(),
        Duration.ofNanos(probe.getNanosToWaitForReset()));
  }

  /** Returns the number of buckets. */
  long size() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }

  private Bucket full(Key key) {
    Rate rate = key.rate();
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .addLimit(
            limit -> limit.capacity(rate.calls()).refillIntervally(rate.calls(), rate.period()))
        .build();
  }

  private record ClockTime(InstantSource clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}

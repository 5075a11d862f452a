package dev.vidwiz.application.limit;

import java.time.Instant;

/**
 * Rate-limit buckets that all servers on one storage share. All methods throw {@link
 * dev.vidwiz.application.storage.StorageException} when the storage fails. Thread-safe.
 */
public interface SharedRateLimits {

  /**
   * Takes one call from a bucket. Atomic: concurrent calls on all servers never exceed the rate. A
   * new bucket is full, and a bucket is full again after its period.
   *
   * @param bucket its name, at most 300 characters; each rate has its own bucket
   */
  TakeResult take(String bucket, Rate rate, Instant now);

  /** Removes the buckets that are full again. */
  void removeFull(Instant now);
}

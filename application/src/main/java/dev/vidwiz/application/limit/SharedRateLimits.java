package dev.vidwiz.application.limit;

import java.time.Instant;

/**
 * Buckets of calls that all servers on one storage share. All methods throw {@link
 * dev.vidwiz.application.storage.StorageException} when the storage fails. Thread-safe.
 */
public interface SharedRateLimits {

  /**
   * Takes a call out of a bucket, in one atomic step: however many take at once on however many
   * servers, never more than the rate allows are granted. A bucket that is not there is full, and
   * so is one again when its period is over.
   *
   * @param bucket its name, at most 300 characters; for each rate it is another bucket
   */
  Taken take(String bucket, Rate rate, Instant now);

  /** Forgets the buckets that are full again. */
  void removeFull(Instant now);
}

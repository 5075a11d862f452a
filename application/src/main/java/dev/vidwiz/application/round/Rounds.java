package dev.vidwiz.application.round;

import java.time.Duration;

/**
 * Shares periodic work between the servers on one database, so that its cost does not grow with
 * their number. Thread-safe.
 */
@FunctionalInterface
public interface Rounds {

  /** The rounds of a server that has its database for itself: it does them all. */
  Rounds ALONE = (round, pause) -> true;

  /**
   * Begins a round for all servers, unless one of them has begun it less than {@code pause} ago.
   * Returns whether the caller must do the work. Of concurrent calls, one begins. Nothing keeps the
   * next round waiting when the caller crashes or takes longer than the pause, so the work must
   * tolerate another server that does the same.
   *
   * @throws dev.vidwiz.application.storage.StorageException when the storage fails
   */
  boolean begin(Round round, Duration pause);
}

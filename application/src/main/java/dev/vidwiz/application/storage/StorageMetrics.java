package dev.vidwiz.application.storage;

import java.time.Duration;

/** The metrics of a storage. Thread-safe. */
public interface StorageMetrics {

  /**
   * Counts tasks, AI jobs and transcripts. The cost is bounded.
   *
   * @throws StorageException when the storage fails
   */
  Backlog backlog();

  /**
   * Like {@link #backlog()}, or what another server has counted at most {@code maxAge} ago.
   *
   * @throws StorageException when the storage fails
   */
  default Backlog backlog(Duration maxAge) {
    return backlog();
  }
}

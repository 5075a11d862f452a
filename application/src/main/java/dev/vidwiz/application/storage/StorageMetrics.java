package dev.vidwiz.application.storage;

/** The metrics of a storage. Thread-safe. */
public interface StorageMetrics {

  /**
   * Counts tasks, AI jobs and transcripts. The cost is bounded.
   *
   * @throws StorageException when the storage fails
   */
  Backlog backlog();
}

package dev.vidwiz.application.storage;

import java.util.List;

/** The metrics of a storage. Thread-safe. */
public interface StorageMetrics {

  /** Returns the current use of connections. Never waits, even when the storage is down. */
  List<ConnectionUse> connections();

  /**
   * Counts tasks and AI jobs. The cost is bounded.
   *
   * @throws StorageException when the storage fails
   */
  Backlog backlog();
}

package dev.vidwiz.application.storage;

import java.util.List;

/** What an operator wants to know of a storage. Thread-safe. */
public interface StorageFigures {

  /** Returns how the connections are used now. Never waits, not even when the storage is away. */
  List<ConnectionUse> connections();

  /**
   * Counts what waits, is under way and was done, at a cost that is bounded however much there is.
   *
   * @throws StorageException when the storage fails
   */
  Backlog backlog();
}

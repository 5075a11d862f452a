package dev.vidwiz.application.storage;

/** What an operator wants to know of a storage. Thread-safe. */
public interface StorageFigures {

  /**
   * Counts what waits, is under way and was done, at a cost that is bounded however much there is.
   *
   * @throws StorageException when the storage fails
   */
  Backlog backlog();
}

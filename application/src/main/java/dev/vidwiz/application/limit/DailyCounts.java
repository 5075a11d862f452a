package dev.vidwiz.application.limit;

import java.time.LocalDate;

/**
 * Counts what is limited by the day. Days begin at midnight UTC. Throws {@link
 * dev.vidwiz.application.storage.StorageException} when the storage fails. Thread-safe.
 */
public interface DailyCounts {

  /**
   * Counts one use, unless the limit is reached, in one atomic step: however many call at once, the
   * limit is never passed. Tells whether it was counted.
   *
   * @param subject whose use it is, at most 300 characters
   */
  boolean takeIfLeft(String subject, LocalDate day, int limit);
}

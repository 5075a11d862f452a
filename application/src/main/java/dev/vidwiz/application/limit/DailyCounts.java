package dev.vidwiz.application.limit;

import java.time.LocalDate;

/**
 * Counts for daily limits. Days start at midnight UTC. All methods throw {@link
 * dev.vidwiz.application.storage.StorageException} when the storage fails. Thread-safe.
 */
public interface DailyCounts {

  /**
   * Counts one use, unless the limit is reached. Atomic: concurrent calls never exceed the limit.
   * Tells whether it was counted.
   *
   * @param subject the user, guest or address, at most 300 characters
   */
  boolean spendIfLeft(String subject, LocalDate day, int limit);
}

package dev.vidwiz.application.chat;

import java.time.LocalDate;

/**
 * How much was used of what is limited by the day. Days begin at midnight UTC. All methods throw
 * {@link dev.vidwiz.application.storage.StorageException} when the storage fails. Thread-safe.
 */
public interface Quotas {

  /**
   * Counts one use, unless the limit is reached, in one atomic step: however many call at once, the
   * limit is never passed. Tells whether it was counted.
   *
   * @param subject whose use it is, at most 300 characters
   */
  boolean takeIfLeft(String subject, LocalDate day, int limit);

  /** Returns how often the subject has used it on this day. */
  int used(String subject, LocalDate day);

  /** Takes one use back, if there is one. */
  void giveBack(String subject, LocalDate day);

  /** Forgets what was used before a day. */
  void removeBefore(LocalDate day);
}

package dev.vidwiz.application.chat;

import dev.vidwiz.application.limit.DailyCounts;
import java.time.LocalDate;

/**
 * How much was used of what is limited by the day. Days begin at midnight UTC. All methods throw
 * {@link dev.vidwiz.application.storage.StorageException} when the storage fails. Thread-safe.
 */
public interface Quotas extends DailyCounts {

  /** Returns how often the subject has used it on this day. */
  int used(String subject, LocalDate day);

  /** Takes one use back, if there is one. */
  void giveBack(String subject, LocalDate day);

  /** Forgets what was used before a day. */
  void removeBefore(LocalDate day);
}

package dev.vidwiz.application.chat;

import dev.vidwiz.application.limit.DailyCounts;
import java.time.LocalDate;
import java.util.List;

/**
 * The use of daily quotas. Days start at midnight UTC. All methods throw {@link
 * dev.vidwiz.application.storage.StorageException} when the storage fails. Thread-safe.
 */
public interface Quotas extends DailyCounts {

  /** A subject, and how much it has used on a day. */
  record Use(String subject, int used) {}

  /**
   * Returns the subjects that have used most on this day, those with the same use in any order.
   *
   * @param limit the maximum number of uses
   */
  List<Use> highest(LocalDate day, int limit);

  /** Returns the uses of the subject on this day. */
  int used(String subject, LocalDate day);

  /** Uncounts one use, if there is one. */
  void refund(String subject, LocalDate day);

  /** Deletes the counts before a day. */
  void removeBefore(LocalDate day);
}

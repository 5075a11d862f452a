package dev.vidwiz.application.storage;

import java.time.Instant;
import java.util.Objects;

/**
 * A part of a list that is sorted by time and id: the entries after a position.
 *
 * @param time the time of the last entry before this part
 * @param id the id of the same entry
 * @param skip the number of entries to skip after it
 * @param count the maximum number of entries to return
 */
public record ListPart(Instant time, long id, long skip, int count) {
  /** Rejects null. */
  public ListPart {
    Objects.requireNonNull(time, "time");
  }

  private static final Instant BEFORE_ALL = Instant.parse("0001-01-01T00:00:00Z");

  /** Returns the part that starts after so many entries. */
  public static ListPart first(long skip, int count) {
    return new ListPart(BEFORE_ALL, 0, skip, count);
  }

  /** Returns the part that starts after an entry. */
  public static ListPart after(Instant time, long id, int count) {
    return new ListPart(time, id, 0, count);
  }

  /** Returns whether the position comes before an entry. */
  public boolean comesBefore(Instant entryTime, long entryId) {
    int order = time.compareTo(entryTime);
    return order < 0 || (order == 0 && id < entryId);
  }
}

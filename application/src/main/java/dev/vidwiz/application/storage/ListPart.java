package dev.vidwiz.application.storage;

import java.time.Instant;

/**
 * Which part of a long list is read: of all that comes behind a place, in the order of time and
 * then of id, some are skipped and at most {@code count} are returned.
 *
 * @param time of the last entry before this part
 * @param id of the same
 */
public record ListPart(Instant time, long id, long skip, int count) {

  private static final Instant BEFORE_ALL = Instant.parse("0001-01-01T00:00:00Z");

  /** Returns the part at the beginning, or behind so many entries. */
  public static ListPart first(long skip, int count) {
    return new ListPart(BEFORE_ALL, 0, skip, count);
  }

  /** Returns the part behind an entry. */
  public static ListPart after(Instant time, long id, int count) {
    return new ListPart(time, id, 0, count);
  }

  /** Tells whether an entry comes behind the place. */
  public boolean comesBefore(Instant entryTime, long entryId) {
    int order = time.compareTo(entryTime);
    return order < 0 || (order == 0 && id < entryId);
  }
}

package dev.vidwiz.persistence.task;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The positions of the last claims of a type, among the tasks of users and among those of guests.
 * PostgreSQL keeps claimed rows in the index of pending tasks until a vacuum, and a search from the
 * start of the index reads all of them. The positions are valid for a short time only, because
 * other servers put tasks back, too. Thread-safe.
 */
final class ClaimCursor {

  private static final long MAX_AGE_NANOS = Duration.ofMillis(250).toNanos();

  /** The last claimed tasks of users and of guests: all available tasks are after them. */
  record Bounds(Turn users, Turn guests) {

    /** All tasks are after these. */
    static final Bounds START = new Bounds(new Turn(false, 0, 0), new Turn(true, 0, 0));

    private Bounds with(Turn claimed) {
      return claimed.forGuest() ? new Bounds(users, claimed) : new Bounds(claimed, guests);
    }

    private Turn like(Turn turn) {
      return turn.forGuest() ? guests : users;
    }
  }

  /** The bounds, and the time of the last search from the start. */
  private record Position(Bounds bounds, long resetAt) {}

  private volatile @Nullable Position position;

  /** Returns the bounds after which all available tasks are; null when unknown. */
  @Nullable Bounds bounds() {
    Position now = position;
    return now == null || System.nanoTime() - now.resetAt > MAX_AGE_NANOS ? null : now.bounds;
  }

  /** A search from the start has claimed this task. */
  void reset(Turn first) {
    Position before = position;
    // No task of a user is available before a guest's.
    Bounds known = before != null && first.forGuest() ? before.bounds : Bounds.START;
    position = new Position(known.with(first), System.nanoTime());
  }

  /** A search from the bounds has claimed this task. */
  void advance(Turn next) {
    Position now = position;
    if (now != null) {
      position = new Position(now.bounds.with(next), now.resetAt);
    }
  }

  /** A task became available. If it is before its bound, the next search begins at the start. */
  void include(Turn turn) {
    Position now = position;
    if (now != null && !turn.isAfter(now.bounds.like(turn))) {
      position = null;
    }
  }

  /** Tasks with unknown turns became available: the next search begins at the start. */
  void restart() {
    position = null;
  }
}

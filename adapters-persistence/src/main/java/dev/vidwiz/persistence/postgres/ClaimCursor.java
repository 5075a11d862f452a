package dev.vidwiz.persistence.postgres;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far the tasks of a type have been claimed, those of users and those of guests. PostgreSQL
 * keeps claimed rows in the index of what is pending until the table is vacuumed, and whoever
 * begins at its start passes all of them. It is believed for a moment only: other servers put tasks
 * back, too. Thread-safe.
 */
public final class ClaimCursor {

  private static final long TRUST_NANOS = Duration.ofMillis(250).toNanos();

  /** The last tasks claimed of users and of guests: what can be claimed is behind them. */
  public record Bounds(Turn users, Turn guests) {

    /** Behind these is everything. */
    public static final Bounds START = new Bounds(new Turn(false, 0, 0), new Turn(true, 0, 0));

    private Bounds with(Turn claimed) {
      return claimed.forGuest() ? new Bounds(users, claimed) : new Bounds(claimed, guests);
    }

    private Turn like(Turn turn) {
      return turn.forGuest() ? guests : users;
    }
  }

  /** The bounds, and when a search last began at the start. */
  private record Place(Bounds bounds, long beginning) {}

  private volatile @Nullable Place place;

  /** Returns behind what all that can be claimed is; null when that is not known. */
  public @Nullable Bounds bounds() {
    Place now = place;
    return now == null || System.nanoTime() - now.beginning > TRUST_NANOS ? null : now.bounds;
  }

  /** The first of all tasks was claimed: what was known is known anew. */
  public void begin(Turn first) {
    Place before = place;
    // Before a guest's task there is none of a user's.
    Bounds known = before != null && first.forGuest() ? before.bounds : Bounds.START;
    place = new Place(known.with(first), System.nanoTime());
  }

  /** The first behind the bounds was claimed. */
  public void advance(Turn next) {
    Place now = place;
    if (now != null) {
      place = new Place(now.bounds.with(next), now.beginning);
    }
  }

  /** A task can be claimed from now on that could not before. */
  public void include(Turn turn) {
    Place now = place;
    if (now != null && !turn.isAfter(now.bounds.like(turn))) {
      place = null;
    }
  }

  /** Tasks can be claimed from now on that could not before, wherever they stand. */
  public void restart() {
    place = null;
  }
}

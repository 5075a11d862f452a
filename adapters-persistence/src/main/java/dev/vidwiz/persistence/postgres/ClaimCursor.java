package dev.vidwiz.persistence.postgres;

import dev.vidwiz.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the tasks of a type have been claimed. PostgreSQL keeps claimed rows in the index of what
 * is pending until the table is vacuumed, and whoever begins at its start passes all of them. It is
 * believed for a moment only: other servers put tasks back, too. Thread-safe.
 */
public final class ClaimCursor {

  private static final long TRUST_NANOS = Duration.ofMillis(250).toNanos();

  /** The last task claimed, and when a search last began at the start. */
  private record Place(Task task, long beginning) {}

  private volatile @Nullable Place place;

  /** Returns the task behind which all that can be claimed are; null when that is not known. */
  public @Nullable Task last() {
    Place now = place;
    return now == null || System.nanoTime() - now.beginning > TRUST_NANOS ? null : now.task;
  }

  /** The oldest of all tasks was claimed: what was known is known anew. */
  public void begin(Task first) {
    place = new Place(first, System.nanoTime());
  }

  /** The oldest behind the last one was claimed. */
  public void advance(Task next) {
    Place now = place;
    if (now != null) {
      place = new Place(next, now.beginning);
    }
  }

  /** A task can be claimed from now on that could not before. */
  public void include(Instant availableAt) {
    Place now = place;
    if (now != null && !availableAt.isAfter(now.task.availableAt())) {
      place = null;
    }
  }
}

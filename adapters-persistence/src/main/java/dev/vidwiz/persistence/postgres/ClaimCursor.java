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

  private static final long MAX_AGE_NANOS = Duration.ofMillis(250).toNanos();

  /** The last task claimed, and when a search last began at the start. */
  private record Position(Task task, long resetAt) {}

  private volatile @Nullable Position position;

  /** Returns the task behind which all that can be claimed are; null when that is not known. */
  public @Nullable Task last() {
    Position now = position;
    return now == null || System.nanoTime() - now.resetAt > MAX_AGE_NANOS ? null : now.task;
  }

  /** The oldest of all tasks was claimed: what was known is known anew. */
  public void reset(Task first) {
    position = new Position(first, System.nanoTime());
  }

  /** The oldest behind the last one was claimed. */
  public void advance(Task next) {
    Position now = position;
    if (now != null) {
      position = new Position(next, now.resetAt);
    }
  }

  /** A task can be claimed from now on that could not before. */
  public void include(Instant availableAt) {
    Position now = position;
    if (now != null && !availableAt.isAfter(now.task.availableAt())) {
      position = null;
    }
  }
}

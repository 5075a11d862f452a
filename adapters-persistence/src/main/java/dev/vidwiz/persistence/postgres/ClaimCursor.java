package dev.vidwiz.persistence.postgres;

import dev.vidwiz.domain.task.Task;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The position of the last claim of a type. PostgreSQL keeps claimed rows in the index of pending
 * tasks until a vacuum, and a search from the start of the index reads all of them. The position is
 * valid for a short time only, because other servers put tasks back, too. Thread-safe.
 */
public final class ClaimCursor {

  private static final long MAX_AGE_NANOS = Duration.ofMillis(250).toNanos();

  /** The last claimed task, and the time of the last search from the start. */
  private record Position(Task task, long resetAt) {}

  private volatile @Nullable Position position;

  /** Returns the task after which all available tasks are; null when unknown. */
  public @Nullable Task last() {
    Position now = position;
    return now == null || System.nanoTime() - now.resetAt > MAX_AGE_NANOS ? null : now.task;
  }

  /** A search from the start has claimed this task. */
  public void reset(Task first) {
    position = new Position(first, System.nanoTime());
  }

  /** A search from the position has claimed this task. */
  public void advance(Task next) {
    Position now = position;
    if (now != null) {
      position = new Position(next, now.resetAt);
    }
  }

  /** A task became available. If it is before the position, the next search begins at the start. */
  public void include(Instant availableAt) {
    Position now = position;
    if (now != null && !availableAt.isAfter(now.task.availableAt())) {
      position = null;
    }
  }
}

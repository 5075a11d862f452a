package dev.vidwiz.domain.task;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The postponements of a task since it was scheduled or retried by an operator.
 *
 * @param since when it was first postponed or parked; null when it was not
 * @param count how many attempts were postponed; parking is not counted
 * @param parked whether the task waits because its worker rests
 * @param operatorRetry whether an operator requested the next attempt
 */
public record Postponements(
    @Nullable Instant since, int count, boolean parked, boolean operatorRetry) {

  /** The value of a task that was never postponed. */
  public static final Postponements NONE = new Postponements(null, 0, false, false);

  /** The longest time for which a task is postponed before it fails. */
  private static final Duration MAX = Duration.ofDays(7);

  private static final Postponements OPERATOR_RETRY = new Postponements(null, 0, false, true);

  /** Tells whether the task has been postponed for so long that it fails now. */
  boolean isOver(Instant now) {
    return since != null && !now.isBefore(since.plus(MAX));
  }

  /** An attempt was made and is repeated later. */
  Postponements postponed(Instant now) {
    return new Postponements(since(now), count + 1, false, false);
  }

  /** No attempt was made because the worker rests. */
  Postponements parked(Instant now) {
    return new Postponements(since(now), count, true, false);
  }

  /** The worker reported another result. */
  Postponements reported() {
    return new Postponements(since, count, false, false);
  }

  /** An operator retries the task: all counts start at zero. */
  static Postponements retriedByOperator() {
    return OPERATOR_RETRY;
  }

  private Instant since(Instant now) {
    return since == null ? now : since;
  }
}

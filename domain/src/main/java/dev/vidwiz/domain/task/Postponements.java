package dev.vidwiz.domain.task;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a task has been put off since it was scheduled, or retried by an operator.
 *
 * @param since when it was put off first; null when it was not
 * @param count how many attempts were put off; those that were not made do not count
 * @param parked whether it waits because its worker rests, and not for reasons of its own
 * @param operatorRetry whether an operator asked for the next attempt
 */
public record Postponements(
    @Nullable Instant since, int count, boolean parked, boolean operatorRetry) {

  /** A task that was never put off. */
  public static final Postponements NONE = new Postponements(null, 0, false, false);

  /** For so long a task is put off; then it fails. */
  private static final Duration MAX = Duration.ofDays(7);

  private static final Postponements OPERATOR_RETRY = new Postponements(null, 0, false, true);

  /** Tells whether the task has been put off for so long that it is to be given up. */
  boolean isOver(Instant now) {
    return since != null && !now.isBefore(since.plus(MAX));
  }

  /** An attempt was made, and is to be made again later. */
  Postponements postponed(Instant now) {
    return new Postponements(since(now), count + 1, false, false);
  }

  /** No attempt was made, as the worker rests. */
  Postponements parked(Instant now) {
    return new Postponements(since(now), count, true, false);
  }

  /** The worker reported something else. */
  Postponements reported() {
    return new Postponements(since, count, false, false);
  }

  /** An operator has the task tried: everything is counted from the start. */
  static Postponements retriedByOperator() {
    return OPERATOR_RETRY;
  }

  private Instant since(Instant now) {
    return since == null ? now : since;
  }
}

package dev.vidwiz.application.fetch;

import dev.vidwiz.application.fetch.FetchState.Kind;
import dev.vidwiz.application.worker.NextTry;
import dev.vidwiz.domain.task.TaskType;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state of a worker. Logs a warning when it gets worse, and a line when it is normal again.
 * Changes must hold one lock; {@link #state} is thread-safe.
 */
final class FetchCondition {

  private static final System.Logger LOG = System.getLogger(FetchWorker.class.getName());

  /** One video that is withheld again and again causes at most one warning in this time. */
  private static final Duration QUIET = Duration.ofHours(1);

  private final Set<TaskType> withheld = EnumSet.noneOf(TaskType.class);
  private volatile FetchState state;
  private @Nullable Instant withheldTold;
  private boolean warned;

  FetchCondition(Instant now) {
    this.state = new FetchState(Kind.WORKING, now, null, null);
  }

  FetchState state() {
    return state;
  }

  /** The worker rests, {@link Kind#BLOCKED} or {@link Kind#UNREACHABLE}. */
  void resting(Kind kind, String reason, Instant until, Instant now) {
    withheld.clear();
    if (change(kind, reason, until, now)) {
      warn(
          "YouTube %s: %s. Nothing is fetched before %s; then one video is tried"
              .formatted(
                  kind == Kind.BLOCKED ? "refuses this server" : "cannot be reached",
                  reason,
                  NextTry.time(until, now)));
    }
  }

  /** The source withheld what was requested, while the worker does not rest. */
  void withheld(TaskType type, String reason, Instant now) {
    withheld.add(type);
    boolean quiet = withheldTold != null && now.isBefore(withheldTold.plus(QUIET));
    if (change(Kind.WITHHELD, reason, null, now) && !quiet) {
      withheldTold = now;
      warn("YouTube withholds: " + reason + ". Such a video is tried again, later each time");
    }
  }

  /** The source gave what was requested, while the worker does not rest. */
  void working(TaskType type, Instant now) {
    withheld.remove(type);
    if (withheld.isEmpty() && state.kind() != Kind.WORKING) {
      change(Kind.WORKING, null, null, now);
      if (warned) {
        warned = false;
        LOG.log(Level.INFO, "YouTube works again");
      }
    }
  }

  private boolean change(
      Kind kind, @Nullable String reason, @Nullable Instant nextTry, Instant now) {
    boolean changes = state.kind() != kind;
    state = new FetchState(kind, changes ? now : state.since(), nextTry, reason);
    return changes;
  }

  private void warn(String text) {
    warned = true;
    LOG.log(Level.WARNING, text);
  }
}

package dev.vidwiz.llm;

import dev.vidwiz.llm.OpenRouterSettings.Limits;
import java.time.Duration;

/** The moments by which one answer must have come so far; used by one thread. */
final class Deadlines {

  /** How long the usage may take to come after the end of the answer. */
  private static final Duration LONGEST_TAIL = Duration.ofSeconds(2);

  private final Limits limits;
  private final Deadline total;
  private Deadline next;

  /** Starts the clock. */
  Deadlines(Limits limits) {
    this.limits = limits;
    this.total = deadline(limits.total(), "The model did not end its answer within %s");
    this.next = deadline(limits.firstToken(), "The model did not begin its answer within %s");
  }

  Deadline total() {
    return total;
  }

  /** Returns the moment by which the answer must have gone on. */
  Deadline next() {
    return next.orEarlier(total);
  }

  /** Text has come, and was taken. */
  void textCame() {
    next = deadline(limits.silence(), "The model fell silent for %s");
  }

  /** The answer has ended; only the count of its tokens may follow. */
  void answerEnded() {
    next =
        deadline(LONGEST_TAIL, "The model did not tell the tokens spent within %s").orEarlier(next);
  }

  private static Deadline deadline(Duration time, String missed) {
    return Deadline.in(time, missed.formatted(time.toMillis() + " ms"));
  }
}

package dev.vidwiz.llm;

import dev.vidwiz.llm.OpenRouterSettings.Timeouts;
import java.time.Duration;

/** The moments by which one streamed answer must have come so far; used by one thread. */
final class Deadlines {

  /** How long the usage may take to come after the end of the answer. */
  private static final Duration LONGEST_TAIL = Duration.ofSeconds(2);

  private final Timeouts timeouts;
  private final Deadline total;
  private Deadline next;

  /** Starts the clock. */
  Deadlines(Timeouts timeouts) {
    this.timeouts = timeouts;
    this.total = total(timeouts);
    this.next = deadline(timeouts.firstToken(), "The model did not begin its answer within %s");
  }

  static Deadline total(Timeouts timeouts) {
    return deadline(timeouts.total(), "The model did not end its answer within %s");
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
    next = deadline(timeouts.silence(), "The model fell silent for %s");
  }

  /** The answer has ended; only the count of its tokens may follow. */
  void answerEnded() {
    Duration tail =
        timeouts.silence().compareTo(LONGEST_TAIL) < 0 ? timeouts.silence() : LONGEST_TAIL;
    next = deadline(tail, "The model did not tell the tokens spent within %s");
  }

  private static Deadline deadline(Duration time, String missed) {
    return Deadline.in(time, missed.formatted(time.toMillis() + " ms"));
  }
}

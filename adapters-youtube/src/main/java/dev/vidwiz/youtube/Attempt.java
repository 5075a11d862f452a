package dev.vidwiz.youtube;

import java.time.Duration;

/**
 * One request to one source and its result, for operators.
 *
 * @param source the name of the source
 * @param request what was requested
 * @param outcome {@code found}, or the kind of refusal in lower case
 * @param detail what was found, or the reason of the refusal, on one line
 * @param time from the request to the result
 */
public record Attempt(String source, String request, String outcome, String detail, Duration time) {

  /** Receives attempts, on the threads of the fetches. Thread-safe. */
  @FunctionalInterface
  public interface Listener {

    /** Receives an attempt after its end. */
    void ended(Attempt attempt);
  }
}

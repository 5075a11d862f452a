package dev.vidwiz.youtube;

import java.time.Duration;

/**
 * One question to one source and what came of it, for operators.
 *
 * @param source the source's name
 * @param request what was asked
 * @param outcome {@code found}, or the kind of refusal in lower case
 * @param detail what was found, or why not
 */
public record Attempt(String source, String request, String outcome, String detail, Duration time) {

  /** Receives attempts, on the threads that make them. */
  @FunctionalInterface
  public interface Listener {

    /** Receives an attempt that has just ended. */
    void ended(Attempt attempt);
  }
}

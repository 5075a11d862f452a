package dev.vidwiz.youtube;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of one fetch: each is reported to the listener, and refusals count for the verdict.
 * For one thread.
 */
final class Attempts {

  /** A question to a source. */
  @FunctionalInterface
  interface Question<T> {
    T ask() throws Refusal, InterruptedException;
  }

  private final Attempt.Listener listener;
  private final Verdict verdict = new Verdict();

  Attempts(Attempt.Listener listener) {
    this.listener = listener;
  }

  Verdict verdict() {
    return verdict;
  }

  /** Returns the answer, or null when the source refuses. */
  <T> @Nullable T make(
      SourceInfo source, String request, Question<T> question, Function<T, String> describe)
      throws InterruptedException {
    long start = System.nanoTime();
    try {
      T answer = question.ask();
      report(source, request, "found", describe.apply(answer), start);
      return answer;
    } catch (Refusal e) {
      report(source, request, e.kind().name().toLowerCase(Locale.ROOT), e.text(), start);
      verdict.add(source, e);
      return null;
    }
  }

  private void report(
      SourceInfo source, String request, String outcome, String detail, long start) {
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    // Details quote YouTube, and are printed in logs and on terminals.
    String line = detail.replaceAll("\\p{Cntrl}+", " ");
    listener.ended(new Attempt(source.name(), request, outcome, line, time));
  }
}

package dev.vidwiz.youtube;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

/** Asks sources and tells of it. */
record Attempts(Attempt.Listener listener) {

  static final String FOUND = "found";

  /** A question to a source. */
  @FunctionalInterface
  interface Question<T> {
    T ask() throws Refusal, InterruptedException;
  }

  /** Asks, and tells the listener what came of it. */
  <T> T make(Source source, String request, Question<T> question, Function<T, String> detail)
      throws Refusal, InterruptedException {
    long start = System.nanoTime();
    try {
      T found = question.ask();
      tell(source, request, FOUND, detail.apply(found), start);
      return found;
    } catch (Refusal e) {
      tell(source, request, e.kind().name().toLowerCase(Locale.ROOT), e.text(), start);
      throw e;
    }
  }

  private void tell(Source source, String request, String outcome, String detail, long start) {
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    // Details hold words of YouTube's, and end up in logs and on terminals.
    String line = detail.replaceAll("\\p{Cntrl}+", " ");
    listener.ended(new Attempt(source.name(), request, outcome, line, time));
  }
}

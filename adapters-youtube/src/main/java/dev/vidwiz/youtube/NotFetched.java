package dev.vidwiz.youtube;

import dev.vidwiz.application.fetch.Fetched;
import java.time.Duration;

/**
 * Ends a fetch, deep inside of it, with a result other than {@link Fetched.Found}. It never leaves
 * this package.
 */
final class NotFetched extends Exception {

  /** The network or a server of YouTube has a moment of weakness. */
  static final Duration SOON = Duration.ofMinutes(1);

  /** YouTube keeps us out and says nothing about how long. */
  static final Duration LATER = Duration.ofMinutes(15);

  private static final long serialVersionUID = 1L;

  private enum Kind {
    GONE,
    NOT_YET,
    NOT_NOW,
    BROKEN
  }

  private final Kind kind;
  private final String text;
  private final Duration retryAfter;

  private NotFetched(Kind kind, String text, Duration retryAfter) {
    super(text, null, false, false);
    this.kind = kind;
    this.text = text;
    this.retryAfter = retryAfter;
  }

  /** There will never be anything; the sentence is for users. */
  static NotFetched gone(String sentence) {
    return new NotFetched(Kind.GONE, sentence, Duration.ZERO);
  }

  /** It is about this video, not about us. */
  static NotFetched notYet(String reason, Duration retryAfter) {
    return new NotFetched(Kind.NOT_YET, reason, retryAfter);
  }

  /** It is about us or the server: other videos would fare no better. */
  static NotFetched notNow(String reason, Duration retryAfter) {
    return new NotFetched(Kind.NOT_NOW, reason, retryAfter);
  }

  static NotFetched broken(String reason) {
    return new NotFetched(Kind.BROKEN, reason, Duration.ZERO);
  }

  <T> Fetched<T> result() {
    return switch (kind) {
      case GONE -> new Fetched.Gone<>(text);
      case NOT_YET -> new Fetched.NotYet<>(Fetched.NotYet.Cause.LIVE, null, text);
      case NOT_NOW -> new Fetched.Blocked<>(text, retryAfter);
      case BROKEN -> new Fetched.Withheld<>(text);
    };
  }
}

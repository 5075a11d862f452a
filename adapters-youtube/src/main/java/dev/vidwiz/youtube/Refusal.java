package dev.vidwiz.youtube;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Why one source did not give what it was asked for. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  /** What a refusal is about. */
  enum Kind {
    /** YouTube refuses this server: other videos would be refused too. */
    BLOCKED,
    /** The source cannot be reached, or is broken itself. */
    UNREACHABLE,
    /** This source does not give it; another one may. */
    WITHHELD,
    /** The video cannot be watched, for good. */
    UNAVAILABLE,
    /** The video can be watched and has no captions. */
    NO_CAPTIONS,
    AGE_RESTRICTED,
    LIVE,
    UPCOMING;

    /** Tells whether it is about the video, which the source does answer for then. */
    boolean isAboutVideo() {
      return this != BLOCKED && this != UNREACHABLE && this != WITHHELD;
    }
  }

  private final Kind kind;
  private final String text;
  private final transient @Nullable Duration retryAfter;
  private final transient @Nullable Instant startsAt;

  private Refusal(
      Kind kind, String text, @Nullable Duration retryAfter, @Nullable Instant startsAt) {
    super(text, null, false, false);
    this.kind = kind;
    this.text = text;
    this.retryAfter = retryAfter;
    this.startsAt = startsAt;
  }

  /** The text is for operators, but where the refusal is for good it is a sentence for users. */
  static Refusal of(Kind kind, String text) {
    return new Refusal(kind, text, null, null);
  }

  static Refusal withheld(String reason) {
    return of(Kind.WITHHELD, reason);
  }

  /** YouTube may say how long to wait. */
  static Refusal blocked(String reason, @Nullable Duration retryAfter) {
    return new Refusal(Kind.BLOCKED, reason, retryAfter, null);
  }

  static Refusal unreachable(String reason) {
    return of(Kind.UNREACHABLE, reason);
  }

  static Refusal noCaptions() {
    return of(Kind.NO_CAPTIONS, "This video has no captions.");
  }

  static Refusal upcoming(String reason, @Nullable Instant startsAt) {
    return new Refusal(Kind.UPCOMING, reason, null, startsAt);
  }

  Kind kind() {
    return kind;
  }

  String text() {
    return text;
  }

  @Nullable Duration retryAfter() {
    return retryAfter;
  }

  @Nullable Instant startsAt() {
    return startsAt;
  }
}

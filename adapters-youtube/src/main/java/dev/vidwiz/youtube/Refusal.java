package dev.vidwiz.youtube;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The reason why a source gave no result. */
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  /** The kinds of refusals. */
  enum Kind {
    /** YouTube refuses this server, so that other videos would be refused, too. */
    BLOCKED,
    /** The source cannot be connected to, or it fails. */
    UNREACHABLE,
    /** The source does not give this video; another source may. */
    WITHHELD,
    /** The video is permanently unavailable. */
    UNAVAILABLE,
    /** The video can be played and has no captions. */
    NO_CAPTIONS,
    AGE_RESTRICTED,
    LIVE,
    UPCOMING;

    /** Tells whether the source gave information about the video. */
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

  /** The text is a sentence for users if the refusal is permanent, or else for operators. */
  static Refusal of(Kind kind, String text) {
    return new Refusal(kind, text, null, null);
  }

  static Refusal withheld(String reason) {
    return of(Kind.WITHHELD, reason);
  }

  /** The delay is what YouTube asks for, or null. */
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

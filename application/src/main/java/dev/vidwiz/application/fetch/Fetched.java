package dev.vidwiz.application.fetch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The result of fetching something about a video, over all sources. Every {@code reason} is for
 * operators: it names the sources and what each of them answered.
 */
public sealed interface Fetched<T> {

  /** It is here. */
  record Found<T>(T value) implements Fetched<T> {}

  /** It will never be there; {@code sentence} says why, to users. */
  record Gone<T>(String sentence) implements Fetched<T> {}

  /**
   * This video does not have it yet; other videos are not affected.
   *
   * @param startsAt when the video begins, where the source tells it
   */
  record NotYet<T>(Cause cause, @Nullable Instant startsAt, String reason) implements Fetched<T> {

    /** What the video waits for. */
    public enum Cause {
      /** The source wants a signed-in viewer of age. */
      AGE_RESTRICTED,
      /** The video is live; its transcript is made after its end. */
      LIVE,
      /** The video has not begun. */
      UPCOMING
    }
  }

  /** Every source answered, and none gave it: this video is tried again, later each time. */
  record Withheld<T>(String reason) implements Fetched<T> {}

  /**
   * The source refuses this server: other videos would be refused too.
   *
   * @param retryAfter how long the source asks to be left alone, where it says so
   */
  record Blocked<T>(String reason, @Nullable Duration retryAfter) implements Fetched<T> {}

  /** The source cannot be reached, or is broken itself: other videos would fail too. */
  record Unreachable<T>(String reason) implements Fetched<T> {}
}

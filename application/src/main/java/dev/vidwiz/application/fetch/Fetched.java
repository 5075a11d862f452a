package dev.vidwiz.application.fetch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The result of a fetch from all sources. Every {@code reason} is for operators and names the
 * answer of each source.
 */
public sealed interface Fetched<T> {

  /** The fetch succeeded. */
  record Found<T>(T value) implements Fetched<T> {}

  /** It will never be available; {@code sentence} explains why to users. */
  record Gone<T>(String sentence) implements Fetched<T> {}

  /**
   * It is not available yet. Other videos are not affected.
   *
   * @param startsAt when the video starts; null when unknown
   */
  record NotYet<T>(Cause cause, @Nullable Instant startsAt, String reason) implements Fetched<T> {

    /** Why it is not available yet. */
    public enum Cause {
      /** The source shows the video to signed-in adults only. */
      AGE_RESTRICTED,
      /** The video is live; its transcript follows after its end. */
      LIVE,
      /** The video has not started. */
      UPCOMING
    }
  }

  /** Every source answered, and none gave it. The video is retried with increasing delays. */
  record Withheld<T>(String reason) implements Fetched<T> {}

  /**
   * The source refuses this server, so that other videos would be refused, too.
   *
   * @param retryAfter the delay that the source asks for; null when it asks for none
   */
  record Blocked<T>(String reason, @Nullable Duration retryAfter) implements Fetched<T> {}

  /** The source cannot be reached or fails, so that other videos would fail, too. */
  record Unreachable<T>(String reason) implements Fetched<T> {}
}

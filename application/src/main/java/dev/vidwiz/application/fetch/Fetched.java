package dev.vidwiz.application.fetch;

import java.time.Duration;

/** What came of fetching something about a video. */
public sealed interface Fetched<T> {

  /** It is here. */
  record Found<T>(T value) implements Fetched<T> {}

  /** It will never be there: {@code sentence} says why, to users. */
  record Gone<T>(String sentence) implements Fetched<T> {}

  /** It is not there yet, unlike those of other videos; {@code reason} says why, to operators. */
  record NotYet<T>(String reason, Duration retryAfter) implements Fetched<T> {}

  /**
   * Nothing can be had for now, of any video: the source is away or keeps us out; {@code reason}
   * says why, to operators.
   */
  record NotNow<T>(String reason, Duration retryAfter) implements Fetched<T> {}

  /** The answer could not be understood; {@code reason} says why, to operators. */
  record Broken<T>(String reason) implements Fetched<T> {}
}

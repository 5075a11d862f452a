package dev.vidwiz.domain.transcript;

import java.util.Objects;

/**
 * One piece of a transcript.
 *
 * @param offset when it begins, in seconds from the start of the video
 * @param duration how long it lasts in seconds; 0 when unknown
 */
public record Segment(double offset, double duration, String text) {

  /** Rejects negative and infinite times. */
  public Segment {
    Objects.requireNonNull(text, "text");
    if (!(offset >= 0) || !(duration >= 0) || Double.isInfinite(offset + duration)) {
      throw new IllegalArgumentException("segment at " + offset + " for " + duration);
    }
  }

  /** Returns when the segment ends, in seconds. */
  public double end() {
    return offset + duration;
  }
}

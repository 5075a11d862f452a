package dev.vidwiz.domain.transcript;

/**
 * A few words of a transcript.
 *
 * @param offset when they begin, in seconds from the start of the video
 * @param duration how long they last, in seconds; 0 when it is not known
 */
public record Segment(double offset, double duration, String text) {

  /** Rejects times that no video has. */
  public Segment {
    if (!(offset >= 0) || !(duration >= 0) || Double.isInfinite(offset + duration)) {
      throw new IllegalArgumentException("segment at " + offset + " for " + duration);
    }
  }

  /** Returns when the words end. */
  public double end() {
    return offset + duration;
  }
}

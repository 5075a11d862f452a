package dev.vidwiz.domain.transcript;

import java.util.Comparator;
import java.util.List;

/** Everything that is said in a video, in the order of time. */
public record Transcript(List<Segment> segments) {

  /** Sorts the segments by time; those of one moment stay in their order. */
  public Transcript {
    segments = segments.stream().sorted(Comparator.comparingDouble(Segment::offset)).toList();
  }

  /** Returns when the last words end, in seconds; 0 when nothing is said. */
  public double end() {
    return segments.stream().mapToDouble(Segment::end).max().orElse(0);
  }

  /** Tells whether a moment lies between the start of the video and the last words. */
  public boolean covers(Moment moment) {
    return !segments.isEmpty() && moment.seconds() <= end();
  }
}

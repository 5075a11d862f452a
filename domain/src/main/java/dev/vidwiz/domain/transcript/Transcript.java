package dev.vidwiz.domain.transcript;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The spoken words of a video as segments, sorted by time. */
public record Transcript(List<Segment> segments) {

  /** Sorts the segments by offset. The sort is stable. */
  public Transcript {
    Objects.requireNonNull(segments, "segments");
    segments = segments.stream().sorted(Comparator.comparingDouble(Segment::offset)).toList();
  }

  /** Returns when the last segment ends, in seconds; 0 when there are no segments. */
  public double end() {
    return segments.stream().mapToDouble(Segment::end).max().orElse(0);
  }

  /** Tells whether a moment lies between the start of the video and the end of the last segment. */
  public boolean covers(Moment moment) {
    return !segments.isEmpty() && moment.seconds() <= end();
  }
}

package dev.vidwiz.youtube;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.transcript.Segment;
import java.util.List;

/** A transcript and where it is from. */
record FoundTranscript(String source, CaptionTrack track, int segments, JsonText document) {

  private static final int MAX_BYTES = 16 << 20;

  static FoundTranscript of(String source, CaptionTrack track, List<Segment> segments)
      throws Refusal {
    JsonText document = TranscriptEntries.write(segments);
    if (document.value().getBytes(UTF_8).length > MAX_BYTES) {
      throw Refusal.withheld("a transcript of more than " + MAX_BYTES + " bytes");
    }
    return new FoundTranscript(source, track, segments.size(), document);
  }

  @Override
  public String toString() {
    return segments + " entries in " + track + " from " + source;
  }
}

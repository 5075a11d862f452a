package dev.vidwiz.youtube;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.transcript.Segment;
import java.util.List;

/** A transcript and where it is from. */
record Captured(String source, CaptionTrack track, int segments, JsonText document) {

  private static final int MAX_TRANSCRIPT = 16 << 20;

  static Captured of(String source, CaptionTrack track, List<Segment> segments) throws Refusal {
    ArrayNode document = JsonNodeFactory.instance.arrayNode();
    for (Segment segment : segments) {
      document
          .addObject()
          .put("text", segment.text())
          .put("offset", segment.offset())
          .put("duration", segment.duration());
    }
    String json = document.toString();
    if (json.getBytes(UTF_8).length > MAX_TRANSCRIPT) {
      throw Refusal.withheld("a transcript of more than " + MAX_TRANSCRIPT + " bytes");
    }
    return new Captured(source, track, segments.size(), new JsonText(json));
  }

  @Override
  public String toString() {
    return segments + " entries in " + track + " from " + source;
  }
}

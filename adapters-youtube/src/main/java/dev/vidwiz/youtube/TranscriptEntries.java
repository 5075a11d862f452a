package dev.vidwiz.youtube;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.transcript.Segment;
import java.util.List;

/**
 * Transcripts as arrays of {@code text}, {@code offset} and {@code duration}, in seconds.
 * youtube-transcript-api writes {@code start} for the offset, and its command line adds an outer
 * array.
 */
final class TranscriptEntries {

  private TranscriptEntries() {}

  /** Adds the segments to {@code captions}; false when the format is another one. */
  static boolean read(String json, Captions captions) throws JsonProcessingException {
    JsonNode entries = Json.MAPPER.readTree(json);
    if (entries.size() == 1 && entries.get(0).isArray()) {
      entries = entries.get(0);
    }
    for (JsonNode entry : entries) {
      double offset = seconds(entry, "offset", seconds(entry, "start", Double.NaN));
      if (Double.isNaN(offset) || !entry.path("text").isTextual()) {
        return false;
      }
      captions.addPlain(
          offset,
          seconds(entry, "duration", 0),
          PlainText.of(entry.get("text").textValue(), Integer.MAX_VALUE));
    }
    return true;
  }

  /** Returns the JSON that servers store. */
  static JsonText write(List<Segment> segments) {
    ArrayNode entries = Json.MAPPER.createArrayNode();
    for (Segment segment : segments) {
      entries
          .addObject()
          .put("text", segment.text())
          .put("offset", segment.offset())
          .put("duration", segment.duration());
    }
    return new JsonText(entries.toString());
  }

  /** Old workers also sent numbers as text. */
  private static double seconds(JsonNode entry, String key, double otherwise) {
    return entry.path(key).asDouble(otherwise);
  }
}

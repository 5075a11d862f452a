package dev.vidwiz.persistence.video;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.application.transcript.TranscriptReader;
import dev.vidwiz.domain.input.Blank;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.transcript.Segment;
import dev.vidwiz.domain.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;

/** Parses transcripts with Jackson. */
public final class TranscriptJson implements TranscriptReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Transcript read(JsonText transcript) {
    List<Segment> segments = new ArrayList<>();
    double last = 0;
    for (JsonNode entry : array(transcript)) {
      String text = Blank.strip(entry.path("text").asText(""));
      if (!text.isEmpty()) {
        double offset = seconds(entry.path("offset"), seconds(entry.path("start"), last));
        segments.add(new Segment(offset, seconds(entry.path("duration"), 0), text));
        last = offset;
      }
    }
    return new Transcript(segments);
  }

  private static JsonNode array(JsonText transcript) {
    try {
      JsonNode array = JSON.readTree(transcript.value());
      if (array.isArray()) {
        return array;
      }
    } catch (JsonProcessingException e) {
      throw StorageException.broken("a transcript is not JSON", e);
    }
    throw StorageException.broken("a transcript is not an array", null);
  }

  /** Accepts numbers as text, which old workers sent. */
  private static double seconds(JsonNode node, double otherwise) {
    double seconds = node.asDouble(otherwise);
    return seconds >= 0 && seconds < 1e9 ? seconds : otherwise;
  }
}

package dev.vidwiz.persistence.video;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vidwiz.application.concurrent.LargeWork;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.application.transcript.TranscriptReader;
import dev.vidwiz.domain.input.Blank;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.transcript.Segment;
import dev.vidwiz.domain.transcript.Transcript;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Parses transcripts with Jackson. */
public final class TranscriptJson implements TranscriptReader {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public Transcript read(JsonText transcript) {
    return LargeWork.run(transcript.value().length(), () -> parse(transcript.value()));
  }

  /** Reads entry by entry: a tree of the whole takes many times the memory of its text. */
  private static Transcript parse(String transcript) {
    List<Segment> segments = new ArrayList<>();
    double last = 0;
    try (JsonParser parser = JSON.createParser(transcript)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw StorageException.broken("a transcript is not an array", null);
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        JsonNode entry = JSON.readTree(parser);
        String text = Blank.strip(entry.path("text").asText(""));
        if (!text.isEmpty()) {
          double offset = seconds(entry.path("offset"), seconds(entry.path("start"), last));
          segments.add(new Segment(offset, seconds(entry.path("duration"), 0), text));
          last = offset;
        }
      }
    } catch (IOException e) {
      throw StorageException.broken("a transcript is not JSON", e);
    }
    return new Transcript(segments);
  }

  /** Accepts numbers as text, which old workers sent. */
  private static double seconds(JsonNode node, double otherwise) {
    double seconds = node.asDouble(otherwise);
    return seconds >= 0 && seconds < 1e9 ? seconds : otherwise;
  }
}

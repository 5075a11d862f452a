package dev.vidwiz.youtube;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The format {@code json3}: events with times in milliseconds and pieces of text. */
record JsonCaptions(@Nullable List<@Nullable Event> events) {

  private static final ObjectReader READER =
      Json.MAPPER
          .readerFor(JsonCaptions.class)
          .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  record Event(double tStartMs, double dDurationMs, @Nullable List<@Nullable Piece> segs) {

    String text() {
      return segs == null
          ? ""
          : segs.stream()
              .filter(Objects::nonNull)
              .map(Piece::utf8)
              .filter(Objects::nonNull)
              .collect(Collectors.joining());
    }
  }

  record Piece(@Nullable String utf8) {}

  /** Adds the segments to {@code captions}; false when the format is another one. */
  static boolean read(String json, Captions captions) throws JsonProcessingException {
    List<@Nullable Event> events = READER.<JsonCaptions>readValue(json).events();
    if (events == null) {
      return false;
    }
    for (Event event : events) {
      if (event != null) {
        captions.add(event.tStartMs() / 1000, event.dDurationMs() / 1000, event.text());
      }
    }
    return true;
  }
}

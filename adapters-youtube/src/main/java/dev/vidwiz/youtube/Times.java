package dev.vidwiz.youtube;

import static java.time.format.DateTimeFormatter.BASIC_ISO_DATE;
import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads dates and times of YouTube; null for other texts. */
final class Times {

  private Times() {}

  static @Nullable Instant instant(JsonNode node) {
    try {
      return OffsetDateTime.parse(node.asText()).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  static @Nullable Instant ofSeconds(JsonNode node) {
    return node.asText().matches("\\d{1,11}")
        ? Instant.ofEpochSecond(Long.parseLong(node.asText()))
        : null;
  }

  /** Returns the day such as {@code 20180802}, in the time zone of the text. */
  static @Nullable String day(String date) {
    try {
      return BASIC_ISO_DATE.format(ISO_LOCAL_DATE.parse(date, new ParsePosition(0)));
    } catch (DateTimeException e) {
      return null;
    }
  }
}

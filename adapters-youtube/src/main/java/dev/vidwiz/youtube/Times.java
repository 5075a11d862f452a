package dev.vidwiz.youtube;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Dates and times as YouTube writes them; null for anything else. */
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

  /** Returns the day as {@code 20180802}, in the zone in which it is written. */
  static @Nullable String day(@Nullable String date) {
    try {
      return date == null || date.length() < 10
          ? null
          : LocalDate.parse(date.substring(0, 10)).format(DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeException e) {
      return null;
    }
  }
}

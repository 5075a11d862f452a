package dev.vidwiz.youtube;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads and writes JSON. */
final class Json {

  static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  /** Parses an answer that must be a JSON object. */
  static JsonNode object(String text) throws Refusal {
    try {
      JsonNode json = MAPPER.readTree(text);
      if (json.isObject()) {
        return json;
      }
    } catch (JsonProcessingException e) {
      // Refused below.
    }
    throw Refusal.withheld("an answer that is not a JSON object");
  }
}

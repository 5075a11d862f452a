package dev.vidwiz.persistence.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vidwiz.domain.json.JsonText;

/** Parses the JSON of a column. */
public final class JsonColumn {

  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonColumn() {}

  /**
   * Returns the document.
   *
   * @throws IllegalStateException naming the column, when it is not JSON
   */
  public static JsonNode read(String column, JsonText document) {
    try {
      return JSON.readTree(document.value());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(column + " is not JSON", e);
    }
  }
}

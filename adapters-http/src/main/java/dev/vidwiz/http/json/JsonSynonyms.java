package dev.vidwiz.http.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.vidwiz.domain.json.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Converts the key names of other programs, in validated JSON. */
public final class JsonSynonyms {

  private JsonSynonyms() {}

  /**
   * Adds {@code key} to each object of an array that lacks it and has a number at {@code synonym}.
   * Everything else is unchanged.
   */
  public static JsonText replace(JsonText array, String synonym, String key) {
    String json = array.value();
    StringBuilder result = new StringBuilder();
    int copied = 0;
    try (JsonParser parser = JsonBody.FACTORY.createParser(json)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        String number = numberToAdd(parser, synonym, key);
        if (number != null) {
          int end = Math.toIntExact(parser.currentLocation().getCharOffset()) - 1;
          result.append(json, copied, end);
          result.append(",\"").append(key).append("\":").append(number);
          copied = end;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copied == 0
        ? array
        : new JsonText(result.append(json, copied, json.length()).toString());
  }

  /** Reads to the end of an object. Returns null when nothing is to be added. */
  private static @Nullable String numberToAdd(JsonParser parser, String synonym, String key)
      throws IOException {
    String number = null;
    boolean there = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals(synonym)) {
        number = value.isNumeric() ? parser.getText() : null;
      }
      there |= name.equals(key);
      parser.skipChildren();
    }
    return there ? null : number;
  }
}

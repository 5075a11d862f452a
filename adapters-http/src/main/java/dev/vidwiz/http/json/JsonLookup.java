package dev.vidwiz.http.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.vidwiz.domain.json.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Looks into JSON that was checked before, without building a tree of it. */
public final class JsonLookup {

  /** What an entry of an array holds at a key. */
  public enum Found {
    NO_OBJECT,
    NOTHING,
    NO_TEXT,
    TEXT
  }

  /** Is told of each entry of an array. */
  public interface Visitor {

    /** Takes note of what the entry at this index holds; false ends the visit. */
    boolean visit(int index, Found found);
  }

  private JsonLookup() {}

  /** Returns the text at a key of an object, if there is one. */
  public static Optional<String> text(JsonText object, String key) {
    try (JsonParser parser = JsonBody.FACTORY.createParser(object.value())) {
      String text = null;
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = parser.currentName().equals(key);
        JsonToken value = parser.nextToken();
        if (wanted) {
          text = value == JsonToken.VALUE_STRING ? parser.getText() : null;
        }
        parser.skipChildren();
      }
      return Optional.ofNullable(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tells which entries of an array are objects with a text at the key. */
  public static void visit(JsonText array, String key, Visitor visitor) {
    try (JsonParser parser = JsonBody.FACTORY.createParser(array.value())) {
      parser.nextToken();
      int i = 0;
      boolean goOn = true;
      while (goOn && parser.nextToken() != JsonToken.END_ARRAY) {
        goOn = visitor.visit(i++, skipEntry(parser, key));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Found skipEntry(JsonParser parser, String key) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return Found.NO_OBJECT;
    }
    Found found = Found.NOTHING;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = parser.currentName().equals(key);
      JsonToken value = parser.nextToken();
      if (wanted) {
        found = value == JsonToken.VALUE_STRING ? Found.TEXT : Found.NO_TEXT;
      }
      parser.skipChildren();
    }
    return found;
  }
}

package dev.vidwiz.http.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.vidwiz.domain.json.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads single values of validated JSON without a tree. */
public final class JsonLookup {

  /** The value of an array entry at a key. */
  public enum EntryValue {
    NOT_AN_OBJECT,
    MISSING,
    NOT_A_STRING,
    STRING
  }

  /** Receives each entry of an array. */
  public interface Visitor {

    /** Receives the entry at an index; returns whether to continue. */
    boolean visit(int index, EntryValue found);
  }

  private JsonLookup() {}

  /** Returns the string at a key of an object; empty when there is none. */
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

  /**
   * Returns the entries of the list at a key of an object, null for those that are no strings;
   * empty when there is no list.
   */
  public static Optional<List<@Nullable String>> texts(JsonText object, String key) {
    try (JsonParser parser = JsonBody.FACTORY.createParser(object.value())) {
      Optional<List<@Nullable String>> texts = Optional.empty();
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = parser.currentName().equals(key);
        JsonToken value = parser.nextToken();
        if (wanted) {
          texts = value == JsonToken.START_ARRAY ? Optional.of(texts(parser)) : Optional.empty();
        }
        parser.skipChildren();
      }
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<@Nullable String> texts(JsonParser parser) throws IOException {
    List<@Nullable String> texts = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      boolean text = parser.currentToken() == JsonToken.VALUE_STRING;
      texts.add(text ? parser.getText() : null);
      parser.skipChildren();
    }
    return texts;
  }

  /** Reports for each entry of an array whether it is an object with a string at the key. */
  public static void visit(JsonText array, String key, Visitor visitor) {
    try (JsonParser parser = JsonBody.FACTORY.createParser(array.value())) {
      parser.nextToken();
      int i = 0;
      boolean more = true;
      while (more && parser.nextToken() != JsonToken.END_ARRAY) {
        more = visitor.visit(i++, skipEntry(parser, key));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EntryValue skipEntry(JsonParser parser, String key) throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return EntryValue.NOT_AN_OBJECT;
    }
    EntryValue found = EntryValue.MISSING;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = parser.currentName().equals(key);
      JsonToken value = parser.nextToken();
      if (wanted) {
        found = value == JsonToken.VALUE_STRING ? EntryValue.STRING : EntryValue.NOT_A_STRING;
      }
      parser.skipChildren();
    }
    return found;
  }
}

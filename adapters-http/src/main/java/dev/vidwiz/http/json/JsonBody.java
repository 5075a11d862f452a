package dev.vidwiz.http.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.vidwiz.domain.input.TextRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Parses request bodies strictly and without trees. Nested values are validated and kept as text.
 * The last of duplicate keys wins.
 */
public sealed interface JsonBody {

  /**
   * A JSON object.
   *
   * @param values the values of the known keys
   * @param unknown other keys, at most {@link #MAX_UNKNOWN} of them
   */
  record Members(Map<String, JsonValue> values, Set<String> unknown) implements JsonBody {}

  /** No body, or {@code null}. */
  record Missing() implements JsonBody {}

  /** JSON other than an object. */
  record NotAnObject() implements JsonBody {}

  /** Not JSON in UTF-8, or nested too deeply; the caller sees the reason. */
  record Broken(String reason) implements JsonBody {}

  /** A known key has a string longer than {@link #MAX_TEXT}; the rest was not read. */
  record TooLong(String key) implements JsonBody {}

  /** The maximum nesting depth of a body. */
  int MAX_DEPTH = 100;

  /** The unknown keys that are kept: a key takes far more memory than its bytes. */
  int MAX_UNKNOWN = 100;

  /** Some programs start every text with it. */
  char BYTE_ORDER_MARK = '\uFEFF';

  /** The maximum length of a string or nested value without {@code longTexts}, in UTF-16. */
  int MAX_TEXT = 256 << 10;

  /** Parses JSON with limits against hostile documents. */
  JsonFactory FACTORY = factory(StreamReadConstraints.DEFAULT_MAX_STRING_LEN);

  /**
   * Like {@link #FACTORY}, but rejects strings longer than {@link #MAX_TEXT} while they are read.
   */
  JsonFactory SHORT_TEXTS = factory(MAX_TEXT);

  private static JsonFactory factory(int maxText) {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(MAX_DEPTH)
                .maxNumberLength(1_000)
                .maxNameLength(1_000)
                .maxStringLength(maxText)
                .build())
        .recyclerPool(Json.BUFFERS)
        .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
        .build();
  }

  /**
   * Reads the whole body, unless the watcher throws an exception.
   *
   * @param longTexts whether strings may be longer than {@link #MAX_TEXT}
   * @param known the keys to keep; the values of others are skipped
   * @param watcher receives each known member as soon as it was read
   * @throws IOException when the connection breaks
   */
  static JsonBody read(
      InputStream bytes,
      boolean longTexts,
      Set<String> known,
      BiConsumer<String, JsonValue> watcher)
      throws IOException {
    var text =
        new PushbackReader(
            new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    try {
      skipByteOrderMark(text);
      try (JsonParser parser = (longTexts ? FACTORY : SHORT_TEXTS).createParser(text)) {
        return read(parser, known, watcher);
      }
    } catch (JsonProcessingException e) {
      return new Broken("is not valid JSON, or nested too deeply" + place(e.getLocation()));
    } catch (CharacterCodingException e) {
      return new Broken("is not valid UTF-8");
    }
  }

  private static void skipByteOrderMark(PushbackReader text) throws IOException {
    int first = text.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      text.unread(first);
    }
  }

  private static String place(@Nullable JsonLocation place) {
    return place == null
        ? ""
        : " (line %d, column %d)".formatted(place.getLineNr(), place.getColumnNr());
  }

  private static JsonBody read(
      JsonParser parser, Set<String> known, BiConsumer<String, JsonValue> watcher)
      throws IOException {
    JsonToken first = parser.nextToken();
    JsonBody body =
        switch (first) {
          case null -> new Missing();
          case VALUE_NULL -> new Missing();
          case START_OBJECT -> members(parser, known, watcher);
          default -> {
            parser.skipChildren();
            yield new NotAnObject();
          }
        };
    if (first != null && !(body instanceof TooLong) && parser.nextToken() != null) {
      throw new JsonParseException(parser, "more than one value");
    }
    return body;
  }

  private static JsonBody members(
      JsonParser parser, Set<String> known, BiConsumer<String, JsonValue> watcher)
      throws IOException {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    Set<String> unknown = new LinkedHashSet<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (!TextRule.isStorable(name)) {
        throw new JsonParseException(parser, "a key with a NUL character or a lone surrogate");
      }
      parser.nextToken();
      if (!known.contains(name)) {
        parser.skipChildren();
        if (unknown.size() < MAX_UNKNOWN) {
          unknown.add(name);
        }
        continue;
      }
      JsonValue value;
      try {
        value = value(parser);
      } catch (StreamConstraintsException e) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
          return new TooLong(name);
        }
        throw e;
      }
      watcher.accept(name, value);
      values.put(name, value);
    }
    return new Members(values, unknown);
  }

  private static JsonValue value(JsonParser parser) throws IOException {
    int max = parser.streamReadConstraints().getMaxStringLength();
    return switch (parser.currentToken()) {
      case VALUE_STRING -> new JsonValue.Text(parser.getText());
      case VALUE_NUMBER_INT -> new JsonValue.WholeNumber(parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> new JsonValue.OtherNumber();
      case VALUE_TRUE -> new JsonValue.Bool(true);
      case VALUE_FALSE -> new JsonValue.Bool(false);
      case VALUE_NULL -> new JsonValue.Null();
      case START_OBJECT, START_ARRAY -> NestedJson.copy(parser, max);
      default -> throw new IllegalStateException("unexpected " + parser.currentToken());
    };
  }
}

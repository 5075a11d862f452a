package dev.vidwiz.http.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.vidwiz.domain.input.TextRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses request bodies strictly and without trees. Nested values are validated and kept as text.
 * The last of duplicate keys wins.
 */
public sealed interface JsonBody {

  /** A JSON object. */
  record Members(Map<String, JsonValue> values) implements JsonBody {}

  /** No body, or {@code null}. */
  record Missing() implements JsonBody {}

  /** JSON other than an object. */
  record NotAnObject() implements JsonBody {}

  /** Not JSON in UTF-8, or nested too deeply; the caller sees the reason. */
  record Broken(String reason) implements JsonBody {}

  /** The maximum nesting depth of a body. */
  int MAX_DEPTH = 100;

  /** Parses JSON with limits against hostile documents. */
  JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(1_000)
                  .maxNameLength(1_000)
                  .build())
          .recyclerPool(Json.BUFFERS)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  /**
   * Reads the whole body.
   *
   * @throws IOException when the connection breaks
   */
  static JsonBody read(InputStream bytes) throws IOException {
    var text =
        new InputStreamReader(
            bytes,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    try (JsonParser parser = FACTORY.createParser(text)) {
      return read(parser);
    } catch (JsonProcessingException e) {
      return new Broken("is not valid JSON, or nested too deeply" + place(e.getLocation()));
    } catch (CharacterCodingException e) {
      return new Broken("is not valid UTF-8");
    }
  }

  private static String place(@Nullable JsonLocation place) {
    return place == null
        ? ""
        : " (line %d, column %d)".formatted(place.getLineNr(), place.getColumnNr());
  }

  private static JsonBody read(JsonParser parser) throws IOException {
    JsonToken first = parser.nextToken();
    JsonBody body =
        switch (first) {
          case null -> new Missing();
          case VALUE_NULL -> new Missing();
          case START_OBJECT -> members(parser);
          default -> {
            parser.skipChildren();
            yield new NotAnObject();
          }
        };
    if (first != null && parser.nextToken() != null) {
      throw new JsonParseException(parser, "more than one value");
    }
    return body;
  }

  private static JsonBody members(JsonParser parser) throws IOException {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (!TextRule.isStorable(name)) {
        throw new JsonParseException(parser, "a key with a NUL character or a lone surrogate");
      }
      parser.nextToken();
      values.put(name, value(parser));
    }
    return new Members(values);
  }

  private static JsonValue value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> new JsonValue.Text(parser.getText());
      case VALUE_NUMBER_INT -> new JsonValue.WholeNumber(parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> new JsonValue.OtherNumber();
      case VALUE_TRUE -> new JsonValue.Bool(true);
      case VALUE_FALSE -> new JsonValue.Bool(false);
      case VALUE_NULL -> new JsonValue.Null();
      case START_OBJECT, START_ARRAY -> NestedJson.copy(parser);
      default -> throw new IllegalStateException("unexpected " + parser.currentToken());
    };
  }
}

package dev.vidwiz.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.vidwiz.domain.input.TextRule;
import dev.vidwiz.domain.json.JsonText;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Copies an array or object as compact JSON, if databases and other programs can hold all of it.
 */
final class NestedJson {

  /** Beyond these powers of ten a number is no longer a double, nor a PostgreSQL numeric. */
  private static final int MAX_EXPONENT = 308;

  private static final int MAX_SCALE = 1_500;

  private final JsonParser parser;
  private final JsonGenerator out;
  private @Nullable String fault;

  private NestedJson(JsonParser parser, JsonGenerator out) {
    this.parser = parser;
    this.out = out;
  }

  /** Copies the value that begins at the current token, and leaves the parser at its end. */
  static JsonValue copy(JsonParser parser) throws IOException {
    boolean array = parser.currentToken() == JsonToken.START_ARRAY;
    StringWriter text = new StringWriter();
    String fault;
    try (JsonGenerator out = JsonBody.FACTORY.createGenerator(text)) {
      NestedJson copy = new NestedJson(parser, out);
      copy.copyStructure();
      fault = copy.fault;
    }
    if (fault != null) {
      return new JsonValue.Unstorable(fault);
    }
    JsonText json = new JsonText(text.toString());
    return array ? new JsonValue.Items(json) : new JsonValue.Fields(json);
  }

  private void copyStructure() throws IOException {
    int depth = 0;
    do {
      JsonToken token = parser.currentToken();
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      }
      copyToken(token);
    } while (depth > 0 && parser.nextToken() != null);
  }

  private void copyToken(JsonToken token) throws IOException {
    switch (token) {
      case FIELD_NAME -> {
        checkText(parser.currentName());
        out.writeFieldName(parser.currentName());
      }
      case VALUE_STRING -> {
        checkText(parser.getText());
        out.writeString(parser.getText());
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        checkNumber(parser.getText());
        out.writeNumber(parser.getText());
      }
      default -> out.copyCurrentEvent(parser);
    }
  }

  private void checkText(String text) {
    if (!TextRule.isStorable(text)) {
      fault = "must not contain a NUL character or a lone surrogate";
    }
  }

  private void checkNumber(String number) {
    if (!isUsable(number)) {
      fault = "must not contain a number beyond the range of a double";
    }
  }

  private static boolean isUsable(String number) {
    try {
      BigDecimal value = new BigDecimal(number);
      return (long) value.precision() - value.scale() <= MAX_EXPONENT && value.scale() <= MAX_SCALE;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}

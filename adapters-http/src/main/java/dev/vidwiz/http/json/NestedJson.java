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

/** Copies an array or object as compact JSON, if databases and other programs can store it. */
final class NestedJson {

  /** Far below the limit of PostgreSQL's numeric, and far above that of a double. */
  private static final int MAX_DECIMALS = 1_500;

  /** Shorter numbers without an exponent are within both limits and need no parsing. */
  private static final int SHORT = 300;

  private final JsonParser parser;
  private final JsonGenerator out;
  private final StringBuffer copied;
  private final int max;
  private @Nullable String problem;

  private NestedJson(JsonParser parser, JsonGenerator out, StringBuffer copied, int max) {
    this.parser = parser;
    this.out = out;
    this.copied = copied;
    this.max = max;
  }

  /**
   * Copies the value that starts at the current token, and leaves the parser at its end.
   *
   * @param max the maximum length of the copy in characters
   */
  static JsonValue copy(JsonParser parser, int max) throws IOException {
    boolean array = parser.currentToken() == JsonToken.START_ARRAY;
    StringWriter text = new StringWriter();
    String problem;
    try (JsonGenerator out = JsonBody.FACTORY.createGenerator(text)) {
      NestedJson copy = new NestedJson(parser, out, text.getBuffer(), max);
      copy.copyStructure();
      problem = copy.problem;
    }
    if (problem != null) {
      return new JsonValue.Unstorable(problem);
    }
    JsonText json = new JsonText(text.toString());
    return array ? new JsonValue.JsonArray(json) : new JsonValue.JsonObject(json);
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
      if (problem == null) {
        copyToken(token);
        checkLength();
      }
    } while (depth > 0 && parser.nextToken() != null);
  }

  private void copyToken(JsonToken token) throws IOException {
    switch (token) {
      case FIELD_NAME -> {
        if (isStorable(parser.currentName())) {
          out.writeFieldName(parser.currentName());
        }
      }
      case VALUE_STRING -> {
        if (isStorable(parser.getText())) {
          out.writeString(parser.getText());
        }
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        if (isUsable(parser.getText())) {
          out.writeNumber(parser.getText());
        }
      }
      default -> out.copyCurrentEvent(parser);
    }
  }

  /** Discards a copy that is too long; the generator buffers only a few kilobytes more. */
  private void checkLength() {
    if (copied.length() > max) {
      problem = "must have at most " + max + " bytes of JSON";
      copied.setLength(0);
      copied.trimToSize();
    }
  }

  private boolean isStorable(String text) {
    if (!TextRule.isStorable(text)) {
      problem = "must not contain a NUL character or a lone surrogate";
    }
    return problem == null;
  }

  private boolean isUsable(String number) {
    if (number.length() <= SHORT && number.indexOf('e') < 0 && number.indexOf('E') < 0) {
      return true;
    }
    if (!Double.isFinite(Double.parseDouble(number)) || decimals(number) > MAX_DECIMALS) {
      problem = "must not contain a number beyond the range of a double";
    }
    return problem == null;
  }

  private static int decimals(String number) {
    try {
      return new BigDecimal(number).scale();
    } catch (NumberFormatException e) {
      return Integer.MAX_VALUE; // an exponent of more than 32 bits
    }
  }
}

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

  /** PostgreSQL's numeric has its limit far beyond, a double long before. */
  private static final int MAX_DECIMALS = 1_500;

  /** A number of so few digits is within all bounds: to see that takes far less than to read it. */
  private static final int SHORT = 300;

  private final JsonParser parser;
  private final JsonGenerator out;
  private final StringBuffer copied;
  private final int max;
  private @Nullable String fault;

  private NestedJson(JsonParser parser, JsonGenerator out, StringBuffer copied, int max) {
    this.parser = parser;
    this.out = out;
    this.copied = copied;
    this.max = max;
  }

  /**
   * Copies the value that begins at the current token, and leaves the parser at its end.
   *
   * @param max characters that are kept at most
   */
  static JsonValue copy(JsonParser parser, int max) throws IOException {
    boolean array = parser.currentToken() == JsonToken.START_ARRAY;
    StringWriter text = new StringWriter();
    String fault;
    try (JsonGenerator out = JsonBody.FACTORY.createGenerator(text)) {
      NestedJson copy = new NestedJson(parser, out, text.getBuffer(), max);
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
      if (fault == null) {
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

  /** What the generator has not passed on yet are a few kilobytes. */
  private void checkLength() {
    if (copied.length() > max) {
      fault = "must have at most " + max + " bytes of JSON";
      copied.setLength(0);
      copied.trimToSize();
    }
  }

  private boolean isStorable(String text) {
    if (!TextRule.isStorable(text)) {
      fault = "must not contain a NUL character or a lone surrogate";
    }
    return fault == null;
  }

  private boolean isUsable(String number) {
    if (number.length() <= SHORT && number.indexOf('e') < 0 && number.indexOf('E') < 0) {
      return true;
    }
    if (!Double.isFinite(Double.parseDouble(number)) || decimals(number) > MAX_DECIMALS) {
      fault = "must not contain a number beyond the range of a double";
    }
    return fault == null;
  }

  private static int decimals(String number) {
    try {
      return new BigDecimal(number).scale();
    } catch (NumberFormatException e) {
      return Integer.MAX_VALUE; // an exponent of more than 32 bits
    }
  }
}

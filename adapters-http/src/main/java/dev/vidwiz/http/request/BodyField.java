package dev.vidwiz.http.request;

import dev.vidwiz.application.concurrent.LargeWork;
import dev.vidwiz.domain.input.Blank;
import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.input.TextRule;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.http.error.FieldError.Rule;
import dev.vidwiz.http.error.FieldErrors;
import dev.vidwiz.http.json.JsonLookup;
import dev.vidwiz.http.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The value of one key of a body. Each method reads one type; another type is an error. */
public final class BodyField {

  private final String name;
  private final @Nullable JsonValue value;
  private final FieldErrors errors;

  BodyField(String name, @Nullable JsonValue value, FieldErrors errors) {
    this.name = name;
    this.value = value;
    this.errors = errors;
  }

  boolean isNull() {
    return value instanceof JsonValue.Null;
  }

  /** Reads a string as a domain value. */
  public <T> Field<T> text(Function<String, Parsed<T>> parser) {
    return switch (value) {
      case null -> Field.empty();
      case JsonValue.Text(String text) -> Field.parse(name, text, parser, errors);
      default -> refused("must be a text", Rule.STRING_TYPE);
    };
  }

  /** Reads a string unchanged. */
  public Field<String> text(TextRule rule) {
    return text(rule::check);
  }

  /** Reads a string as a domain value; a blank one counts as missing. */
  public <T> Field<T> textUnlessBlank(Function<String, Parsed<T>> parser) {
    return value instanceof JsonValue.Text(String text) && Blank.isBlank(text)
        ? Field.empty()
        : text(parser);
  }

  /** Reads a whole number; {@code 1.0} and {@code "1"} are errors. */
  public Field<Integer> whole(int min, int max) {
    return number(new Range(min, max)).map(Long::intValue);
  }

  /** Reads an id: a positive 64-bit number. */
  public Field<Long> id() {
    return number(new Range(1, Long.MAX_VALUE));
  }

  /** Reads {@code true} or {@code false}. */
  public Field<Boolean> bool() {
    return switch (value) {
      case null -> Field.empty();
      case JsonValue.Bool(boolean bool) -> Field.of(bool);
      default -> refused("must be true or false", Rule.BOOL_TYPE);
    };
  }

  /** Reads an object as JSON. */
  Field<JsonText> object() {
    return switch (value) {
      case null -> Field.empty();
      case JsonValue.JsonObject(JsonText json) -> Field.of(json);
      case JsonValue.Unstorable(String reason) -> refused(reason, Rule.VALUE_ERROR);
      default -> refused("must be an object", Rule.DICT_TYPE);
    };
  }

  /** Reads an array as JSON. */
  Field<JsonText> list() {
    return switch (value) {
      case null -> Field.empty();
      case JsonValue.JsonArray(JsonText json) -> Field.of(json);
      case JsonValue.Unstorable(String reason) -> refused(reason, Rule.VALUE_ERROR);
      default -> refused("must be a list", Rule.LIST_TYPE);
    };
  }

  /** Reads an object as JSON with a maximum size in bytes. */
  public Field<JsonText> object(int maxBytes) {
    Field<JsonText> object = object();
    JsonText json = object.orNull();
    return json == null || json.value().getBytes(StandardCharsets.UTF_8).length <= maxBytes
        ? object
        : refused("must have at most " + maxBytes + " bytes of JSON", Rule.VALUE_ERROR);
  }

  /** Reads an array of objects with a string at the key. */
  public Field<JsonText> objectsWithText(String key) {
    Field<JsonText> list = list();
    if (list.orNull() != null) {
      LargeWork.run(
          list.get().value().length(),
          () -> {
            JsonLookup.visit(list.get(), key, (i, found) -> checkEntry(i, key, found));
            return list;
          });
    }
    return list;
  }

  /** Reads the list at a key of an object: so many strings, which become domain values. */
  public Field<List<String>> texts(String key, int count, Function<String, Parsed<String>> parser) {
    JsonText object = object().orNull();
    if (object == null) {
      return Field.empty();
    }
    String place = name + "." + key;
    List<@Nullable String> found = JsonLookup.texts(object, key).orElse(null);
    if (found == null) {
      errors.add(place, "must be a list", Rule.LIST_TYPE);
      return Field.empty();
    }
    if (found.size() != count) {
      errors.add(place, "must have " + count + " texts", Rule.VALUE_ERROR);
      return Field.empty();
    }
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String text = found.get(i);
      JsonValue entry = text == null ? new JsonValue.Null() : new JsonValue.Text(text);
      texts.add(new BodyField(place + "." + i, entry, errors).text(parser).or(""));
    }
    return Field.of(texts);
  }

  /** Rejects a value that was read, if the domain does. */
  public <T> Field<T> checked(String key, Field<T> read, Function<T, Parsed<T>> rule) {
    if (read.orNull() != null && rule.apply(read.get()) instanceof Parsed.Refused<T>(var refusal)) {
      errors.add(name + "." + key, refusal);
    }
    return read;
  }

  private Field<Long> number(Range range) {
    return switch (value) {
      case null -> Field.empty();
      case JsonValue.WholeNumber(var number) -> range.check(name, number, errors);
      default -> refused("must be a whole number", Rule.INT_PARSING);
    };
  }

  private boolean checkEntry(int index, String key, JsonLookup.EntryValue found) {
    switch (found) {
      case STRING -> {}
      case NOT_AN_OBJECT -> errors.add(name + "." + index, "must be an object", Rule.DICT_TYPE);
      case MISSING -> errors.add(name + "." + index + "." + key, "is required", Rule.MISSING);
      case NOT_A_STRING ->
          errors.add(name + "." + index + "." + key, "must be a text", Rule.STRING_TYPE);
    }
    return !errors.isFull();
  }

  private <T> Field<T> refused(String message, Rule rule) {
    errors.add(name, message, rule);
    return Field.empty();
  }
}

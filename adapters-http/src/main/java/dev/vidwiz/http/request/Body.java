package dev.vidwiz.http.request;

import dev.vidwiz.http.error.FieldError.Rule;
import dev.vidwiz.http.error.FieldErrors;
import dev.vidwiz.http.json.JsonBody;
import dev.vidwiz.http.json.JsonValue;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The JSON object in the body of a request. If it cannot be parsed, that is its only error. */
public final class Body {

  private final @Nullable Map<String, JsonValue> values;
  private final FieldErrors errors;
  private final Set<String> readNames = new HashSet<>();

  private Body(@Nullable Map<String, JsonValue> values, FieldErrors errors) {
    this.values = values;
    this.errors = errors;
  }

  static Body read(RequestBody source, FieldErrors errors, BiConsumer<String, JsonValue> watcher)
      throws IOException {
    return switch (source.read(watcher)) {
      case JsonBody.Members(Map<String, JsonValue> values) -> new Body(values, errors);
      case JsonBody.Missing() -> invalid("is required", Rule.MISSING, errors);
      case JsonBody.NotAnObject() -> invalid("must be an object", Rule.DICT_TYPE, errors);
      case JsonBody.TooLong(String key) -> {
        errors.add("body." + key, "is too long", Rule.STRING_TOO_LONG);
        yield new Body(null, errors);
      }
      case JsonBody.Broken(String reason) -> invalid(reason, Rule.JSON_INVALID, errors);
    };
  }

  private static Body invalid(String message, Rule rule, FieldErrors errors) {
    errors.add("body", message, rule);
    return new Body(null, errors);
  }

  /** Reads a required key. */
  public BodyField required(String name) {
    JsonValue value = value(name);
    if (values != null && value == null) {
      errors.add("body." + name, "is required", Rule.MISSING);
    }
    return new BodyField("body." + name, value, errors);
  }

  /** Reads an optional key; null counts as missing. */
  public BodyField optional(String name) {
    JsonValue value = value(name);
    return new BodyField("body." + name, value instanceof JsonValue.Null ? null : value, errors);
  }

  /** Reads a required key whose value may be null. */
  public BodyField nullable(String name) {
    BodyField field = required(name);
    return field.isNull() ? optional(name) : field;
  }

  /** Adds an error for each key that was not read. */
  void rejectUnknownFields() {
    if (values != null) {
      values.keySet().stream()
          .filter(name -> !readNames.contains(name))
          .forEach(name -> errors.add("body." + name, "is not known", Rule.EXTRA_FORBIDDEN));
    }
  }

  private @Nullable JsonValue value(String name) {
    readNames.add(name);
    return values == null ? null : values.get(name);
  }
}

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

/** The JSON object in a request's body. When there is none, that is the only error told of it. */
public final class Body {

  private final @Nullable Map<String, JsonValue> values;
  private final FieldErrors errors;
  private final Set<String> known = new HashSet<>();

  private Body(@Nullable Map<String, JsonValue> values, FieldErrors errors) {
    this.values = values;
    this.errors = errors;
  }

  static Body read(RequestBody source, FieldErrors errors, BiConsumer<String, JsonValue> watcher)
      throws IOException {
    return switch (source.read(watcher)) {
      case JsonBody.Members(Map<String, JsonValue> values) -> new Body(values, errors);
      case JsonBody.Missing() -> refused("is required", Rule.MISSING, errors);
      case JsonBody.NotAnObject() -> refused("must be an object", Rule.DICT_TYPE, errors);
      case JsonBody.TooLong(String key) -> {
        errors.add("body." + key, "is too long", Rule.STRING_TOO_LONG);
        yield new Body(null, errors);
      }
      case JsonBody.Broken(String reason) -> refused(reason, Rule.JSON_INVALID, errors);
    };
  }

  private static Body refused(String message, Rule rule, FieldErrors errors) {
    errors.add("body", message, rule);
    return new Body(null, errors);
  }

  /** Reads a key that must be there. */
  public BodyField required(String name) {
    JsonValue value = value(name);
    if (values != null && value == null) {
      errors.add("body." + name, "is required", Rule.MISSING);
    }
    return new BodyField("body." + name, value, errors);
  }

  /** Reads a key that may be missing or null, both the same. */
  public BodyField optional(String name) {
    JsonValue value = value(name);
    return new BodyField("body." + name, value instanceof JsonValue.Null ? null : value, errors);
  }

  /** Reads a key that must be there, but may be null. */
  public BodyField nullable(String name) {
    BodyField field = required(name);
    return field.isNull() ? optional(name) : field;
  }

  /** Refuses the keys that nobody has read. */
  void refuseOtherKeys() {
    if (values != null) {
      values.keySet().stream()
          .filter(name -> !known.contains(name))
          .forEach(name -> errors.add("body." + name, "is not known", Rule.EXTRA_FORBIDDEN));
    }
  }

  private @Nullable JsonValue value(String name) {
    known.add(name);
    return values == null ? null : values.get(name);
  }
}

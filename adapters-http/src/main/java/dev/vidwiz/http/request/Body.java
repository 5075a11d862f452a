package dev.vidwiz.http.request;

import dev.vidwiz.http.error.FieldError.Rule;
import dev.vidwiz.http.error.FieldErrors;
import dev.vidwiz.http.json.JsonBody;
import dev.vidwiz.http.json.JsonValue;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object in the body of a request. If it cannot be parsed, that is its only error. Only
 * keys that the handler announced can be read, because the values of others are not kept.
 */
public final class Body {

  private final @Nullable Map<String, JsonValue> values;
  private final Set<String> known;
  private final Set<String> unknown;
  private final FieldErrors errors;

  private Body(JsonBody body, Set<String> known, FieldErrors errors) {
    this.known = known;
    this.errors = errors;
    if (body instanceof JsonBody.Members(var members, var others)) {
      this.values = members;
      this.unknown = others;
    } else {
      this.values = null;
      this.unknown = Set.of();
    }
  }

  static Body read(
      RequestBody source,
      FieldErrors errors,
      Set<String> known,
      BiConsumer<String, JsonValue> watcher)
      throws IOException {
    return of(source.read(known, watcher), errors, known);
  }

  static Body of(JsonBody body, FieldErrors errors, Set<String> known) {
    switch (body) {
      case JsonBody.Members members -> {}
      case JsonBody.Missing() -> errors.add("body", "is required", Rule.MISSING);
      case JsonBody.NotAnObject() -> errors.add("body", "must be an object", Rule.DICT_TYPE);
      case JsonBody.TooLong(String key) ->
          errors.add("body." + key, "is too long", Rule.STRING_TOO_LONG);
      case JsonBody.Broken(String reason) -> errors.add("body", reason, Rule.JSON_INVALID);
    }
    return new Body(body, known, errors);
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

  /** Returns whether a key has a value other than null. */
  public boolean has(String name) {
    JsonValue value = value(name);
    return value != null && !(value instanceof JsonValue.Null);
  }

  /** Adds an error for each unknown key. */
  void rejectUnknownFields() {
    unknown.forEach(name -> errors.add("body." + name, "is not known", Rule.EXTRA_FORBIDDEN));
  }

  private @Nullable JsonValue value(String name) {
    if (!known.contains(name)) {
      throw new IllegalStateException(name + " was not announced");
    }
    return values == null ? null : values.get(name);
  }
}

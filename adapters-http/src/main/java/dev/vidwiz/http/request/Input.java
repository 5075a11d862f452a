package dev.vidwiz.http.request;

import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.http.error.ApiException;
import dev.vidwiz.http.error.FieldError.Rule;
import dev.vidwiz.http.error.FieldErrors;
import dev.vidwiz.http.json.JsonValue;
import io.javalin.http.Context;
import java.io.IOException;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one request and collects all errors. {@link #check} rejects the request with
 * the whole list. Not thread-safe.
 */
public final class Input {

  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,1000}");

  private final Context ctx;
  private final FieldErrors errors = new FieldErrors();
  private final Query query;
  private final Map<String, String> unknownOptions = new LinkedHashMap<>();
  private @Nullable Body body;

  private Input(Context ctx) {
    this.ctx = ctx;
    this.query = Query.parse(ctx.queryString());
  }

  /** Starts to read a request. */
  public static Input of(Context ctx) {
    return new Input(ctx);
  }

  /** Reads a path parameter. */
  public <T> Field<T> path(String name, Function<String, Parsed<T>> parser) {
    return Field.parse("path." + name, ctx.pathParam(name), parser, errors);
  }

  /** Reads a path parameter that is an id: a positive 64-bit number. */
  public Field<Long> pathId(String name) {
    return whole("path." + name, ctx.pathParam(name), new Range(1, Long.MAX_VALUE));
  }

  /** Reads an optional number from the query. */
  public Field<Integer> queryInt(String name, int whenAbsent, int min, int max) {
    return query
        .last(name)
        .map(text -> whole("query." + name, text, new Range(min, max)).map(Long::intValue))
        .orElseGet(() -> Field.of(whenAbsent));
  }

  /**
   * Reads an optional positive number from the query; numbers above {@code cap} count as {@code
   * cap}.
   */
  public Field<Integer> queryIntUpTo(String name, int whenAbsent, int cap) {
    return query
        .last(name)
        .map(text -> wholeUpTo("query." + name, text, cap))
        .orElseGet(() -> Field.of(whenAbsent));
  }

  /** Reads an optional string from the query. */
  public <T> Field<T> query(String name, Function<String, Parsed<T>> parser) {
    return query
        .last(name)
        .map(text -> Field.parse("query." + name, text, parser, errors))
        .orElseGet(Field::empty);
  }

  /** Reads a required string from the query. */
  public <T> Field<T> requiredQuery(String name, Function<String, Parsed<T>> parser) {
    if (query.last(name).isEmpty()) {
      errors.add("query." + name, "is required", Rule.MISSING);
    }
    return query(name, parser);
  }

  /**
   * Reads an optional query parameter with one of these values; empty counts as missing. Another
   * value gets status 400, or becomes one of the field errors if there are others.
   */
  public <T> Field<T> queryOption(String name, Map<String, T> words) {
    String text = query.last(name).orElse("");
    T value = words.get(text);
    if (value == null && !text.isEmpty()) {
      unknownOptions.put(name, "must be one of " + String.join(", ", words.keySet()));
    }
    return value == null ? Field.empty() : Field.of(value);
  }

  /**
   * Parses the body, which must be a JSON object.
   *
   * @param known the keys that can be read
   * @throws IOException when the connection breaks
   */
  public Body body(String... known) throws IOException {
    return body(Set.of(known), (name, value) -> {});
  }

  /**
   * Reads the body, unless the watcher throws an exception.
   *
   * @param known the keys that can be read
   * @param watcher receives each of them as soon as it was read, and may receive it twice
   * @throws IOException when the connection breaks
   */
  public Body body(Set<String> known, BiConsumer<String, JsonValue> watcher) throws IOException {
    body = Body.read(RequestBody.of(ctx), errors, known, watcher);
    return body;
  }

  /** Rejects the request if any field that was read so far is invalid. */
  public void check() {
    if (body != null && ctx.routeRoles().contains(UnknownFields.REJECT_UNKNOWN_FIELDS)) {
      body.rejectUnknownFields();
    }
    if (!errors.isEmpty()) {
      unknownOptions.forEach(
          (name, reason) -> errors.add("query." + name, reason, Rule.VALUE_ERROR));
    }
    errors.throwIfAny();
    if (!unknownOptions.isEmpty()) {
      throw ApiException.badRequest(
          unknownOptions.entrySet().stream()
              .map(word -> word.getKey() + " " + word.getValue())
              .collect(Collectors.joining("; ")));
    }
  }

  private Field<Long> whole(String field, String text, Range range) {
    return number(field, text).flatMap(number -> range.check(field, number, errors));
  }

  private Field<Integer> wholeUpTo(String field, String text, int cap) {
    return number(field, text)
        .map(BigInteger.valueOf(cap)::min)
        .flatMap(number -> new Range(1, cap).check(field, number, errors))
        .map(Long::intValue);
  }

  private Field<BigInteger> number(String field, String text) {
    if (!WHOLE.matcher(text).matches()) {
      errors.add(field, "must be a whole number", Rule.INT_PARSING);
      return Field.empty();
    }
    return Field.of(new BigInteger(text));
  }
}

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
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parts of one request and remembers all that is wrong with them, until {@link #check}
 * refuses the request with the whole list. To be used by one thread.
 */
public final class Input {

  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,1000}");

  private final Context ctx;
  private final FieldErrors errors = new FieldErrors();
  private final Query query;
  private final Map<String, String> unknownWords = new LinkedHashMap<>();
  private @Nullable Body body;

  private Input(Context ctx) {
    this.ctx = ctx;
    this.query = Query.parse(ctx.queryString());
  }

  /** Begins to read a request. */
  public static Input of(Context ctx) {
    return new Input(ctx);
  }

  /** Reads a part of the path. */
  public <T> Field<T> path(String name, Function<String, Parsed<T>> parser) {
    return Field.parse("path." + name, ctx.pathParam(name), parser, errors);
  }

  /** Reads a part of the path that is an id: a positive number of 64 bits. */
  public Field<Long> pathId(String name) {
    return whole("path." + name, ctx.pathParam(name), new Range(1, Long.MAX_VALUE));
  }

  /** Reads a number from the query. */
  public Field<Integer> queryInt(String name, int whenAbsent, int min, int max) {
    return query
        .last(name)
        .map(text -> whole("query." + name, text, new Range(min, max)).map(Long::intValue))
        .orElseGet(() -> Field.of(whenAbsent));
  }

  /**
   * Reads a positive number from the query; a larger one than {@code cap} counts as {@code cap}.
   */
  public Field<Integer> queryIntUpTo(String name, int whenAbsent, int cap) {
    return query
        .last(name)
        .map(text -> wholeUpTo("query." + name, text, cap))
        .orElseGet(() -> Field.of(whenAbsent));
  }

  /** Reads a text from the query, which may be missing. */
  public <T> Field<T> query(String name, Function<String, Parsed<T>> parser) {
    return query
        .last(name)
        .map(text -> Field.parse("query." + name, text, parser, errors))
        .orElseGet(Field::empty);
  }

  /** Reads a text from the query, which must be there. */
  public <T> Field<T> requiredQuery(String name, Function<String, Parsed<T>> parser) {
    if (query.last(name).isEmpty()) {
      errors.add("query." + name, "is required", Rule.MISSING);
    }
    return query(name, parser);
  }

  /**
   * Reads one of these words from the query, which may be missing or empty. Another word makes the
   * request a bad one, unless fields are wrong: then it is told as one of them.
   */
  public <T> Field<T> queryWord(String name, Map<String, T> words) {
    String text = query.last(name).orElse("");
    T value = words.get(text);
    if (value == null && !text.isEmpty()) {
      unknownWords.put(name, "must be one of " + String.join(", ", words.keySet()));
    }
    return value == null ? Field.empty() : Field.of(value);
  }

  /**
   * Reads the body, which must be a JSON object.
   *
   * @throws IOException when the connection breaks
   */
  public Body body() throws IOException {
    return body((name, value) -> {});
  }

  /**
   * Reads the body, unless the watcher throws an exception.
   *
   * @param watcher is told of each key and its value as soon as they have come, perhaps twice
   * @throws IOException when the connection breaks
   */
  public Body body(BiConsumer<String, JsonValue> watcher) throws IOException {
    body = Body.read(RequestBody.of(ctx), errors, watcher);
    return body;
  }

  /** Refuses the request if anything that was read so far is wrong. */
  public void check() {
    if (body != null && ctx.routeRoles().contains(OtherKeys.REJECT_UNKNOWN_FIELDS)) {
      body.refuseOtherKeys();
    }
    if (!errors.isEmpty()) {
      unknownWords.forEach((name, reason) -> errors.add("query." + name, reason, Rule.VALUE_ERROR));
    }
    errors.throwIfAny();
    if (!unknownWords.isEmpty()) {
      throw ApiException.badRequest(
          unknownWords.entrySet().stream()
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

package dev.vidwiz.http.request;

import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.input.Refusal;
import dev.vidwiz.http.error.FieldErrors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A field of a request. Read its value only after {@link Input#check}. */
public final class Field<T> {

  private final @Nullable T value;

  private Field(@Nullable T value) {
    this.value = value;
  }

  static <T> Field<T> of(T value) {
    return new Field<>(value);
  }

  /** Returns a missing field. */
  public static <T> Field<T> empty() {
    return new Field<>(null);
  }

  static <T> Field<T> parse(
      String name, String text, Function<String, Parsed<T>> parser, FieldErrors errors) {
    return switch (parser.apply(text)) {
      case Parsed.Accepted<T>(T value) -> of(value);
      case Parsed.Refused<T>(Refusal refusal) -> {
        errors.add(name, refusal);
        yield empty();
      }
    };
  }

  /**
   * Returns the value of a required field.
   *
   * @throws IllegalStateException when there is none
   */
  public T get() {
    if (value == null) {
      throw new IllegalStateException("an optional field, or one that was not checked");
    }
    return value;
  }

  /** Returns the value, or null when it is missing. */
  public @Nullable T orNull() {
    return value;
  }

  /** Returns the value, or {@code whenAbsent} when it is missing. */
  public T or(T whenAbsent) {
    return value == null ? whenAbsent : value;
  }

  /** Converts the value, if there is one. */
  public <R> Field<R> map(Function<T, R> change) {
    return value == null ? empty() : of(change.apply(value));
  }

  <R> Field<R> flatMap(Function<T, Field<R>> change) {
    return value == null ? empty() : change.apply(value);
  }
}

package dev.vidwiz.domain.input;

import java.util.function.Function;

/** The result of parsing input: the value, or the reason for its refusal. */
public sealed interface Parsed<T> {

  /** The value, which satisfies all rules of its type. */
  record Accepted<T>(T value) implements Parsed<T> {}

  /** The refusal, without the name of the field, which only the caller knows. */
  record Refused<T>(Refusal refusal) implements Parsed<T> {}

  /** Returns an accepted value. */
  static <T> Parsed<T> accepted(T value) {
    return new Accepted<>(value);
  }

  /** Returns a refusal. */
  static <T> Parsed<T> refused(Refusal.Reason reason, String message) {
    return new Refused<>(new Refusal(reason, message));
  }

  /** Applies {@code change} to an accepted value and leaves a refusal as it is. */
  default <R> Parsed<R> map(Function<? super T, ? extends R> change) {
    return switch (this) {
      case Accepted<T>(T value) -> accepted(change.apply(value));
      case Refused<T>(Refusal refusal) -> new Refused<>(refusal);
    };
  }

  /**
   * Returns the value.
   *
   * @throws IllegalArgumentException with the refusal's message when the input was refused
   */
  default T orThrow() {
    return switch (this) {
      case Accepted<T>(T value) -> value;
      case Refused<T>(Refusal refusal) -> throw new IllegalArgumentException(refusal.message());
    };
  }
}

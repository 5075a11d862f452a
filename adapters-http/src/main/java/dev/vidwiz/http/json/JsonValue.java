package dev.vidwiz.http.json;

import dev.vidwiz.domain.json.JsonText;
import java.math.BigInteger;

/** The value of one key of a {@link JsonBody}. */
public sealed interface JsonValue {

  /** A string; whether it can be stored is not checked. */
  record Text(String value) implements JsonValue {}

  /** A number without fraction and exponent. */
  record Whole(BigInteger value) implements JsonValue {}

  /** Any other number. */
  record Fraction() implements JsonValue {}

  /** {@code true} or {@code false}. */
  record Bool(boolean value) implements JsonValue {}

  /** {@code null}. */
  record Null() implements JsonValue {}

  /** An array, as compact JSON that every database can hold. */
  record Items(JsonText json) implements JsonValue {}

  /** An object, as compact JSON that every database can hold. */
  record Fields(JsonText json) implements JsonValue {}

  /** An array or an object that cannot be stored; the reason is a sentence for the caller. */
  record Unstorable(String reason) implements JsonValue {}
}

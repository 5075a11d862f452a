package dev.vidwiz.http.json;

import dev.vidwiz.domain.json.JsonText;
import java.math.BigInteger;

/** The value of one key of a {@link JsonBody}. */
public sealed interface JsonValue {

  /** A string; it may contain characters that cannot be stored. */
  record Text(String value) implements JsonValue {}

  /** A number without a fraction and an exponent. */
  record WholeNumber(BigInteger value) implements JsonValue {}

  /** Any other number. */
  record OtherNumber() implements JsonValue {}

  /** {@code true} or {@code false}. */
  record Bool(boolean value) implements JsonValue {}

  /** {@code null}. */
  record Null() implements JsonValue {}

  /** An array, as compact JSON that every database can hold. */
  record JsonArray(JsonText json) implements JsonValue {}

  /** An object, as compact JSON that every database can hold. */
  record JsonObject(JsonText json) implements JsonValue {}

  /** An array or an object that cannot be stored; the caller sees the reason. */
  record Unstorable(String reason) implements JsonValue {}
}

package dev.vidwiz.domain.json;

import java.util.Objects;

/** A JSON document, stored and returned as received. The creator checks that it is well-formed. */
public record JsonText(String value) {

  /** Rejects an empty text, which is no JSON document. */
  public JsonText {
    Objects.requireNonNull(value, "value");
    if (value.isBlank()) {
      throw new IllegalArgumentException("a JSON document is never empty");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}

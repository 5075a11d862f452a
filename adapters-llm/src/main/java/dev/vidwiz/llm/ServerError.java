package dev.vidwiz.llm;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An error as a server words it. The detail is the server's own text: to be shown shortened and
 * without secrets only.
 *
 * @param status an HTTP status; 0 when none is named
 * @param detail what the server says about it; empty when nothing
 */
record ServerError(int status, String detail) {

  /** An error of which nothing is known. */
  static final ServerError UNKNOWN = new ServerError(0, "");

  /** Returns the member {@code error} of a document; null when it has none. */
  static @Nullable ServerError from(JsonNode document) {
    JsonNode error = document.path("error");
    if (error.isMissingNode() || error.isNull()) {
      return null;
    }
    if (error.isTextual()) {
      return new ServerError(0, error.asText());
    }
    int code = error.path("code").asInt(0);
    boolean refusal = code >= 400 && code <= 599;
    return new ServerError(refusal ? code : 0, error.path("message").asText(""));
  }
}

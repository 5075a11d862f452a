package dev.vidwiz.http.error;

import org.jspecify.annotations.Nullable;

/** The body of all error responses. */
record ErrorBody(Content error) {

  /**
   * The error.
   *
   * @param details null, an object, or a list of {@link FieldError}
   */
  record Content(ErrorCode code, String message, @Nullable Object details) {}
}

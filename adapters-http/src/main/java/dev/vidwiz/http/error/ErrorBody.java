package dev.vidwiz.http.error;

import org.jspecify.annotations.Nullable;

/** The one shape of all error answers. */
record ErrorBody(Content error) {

  /**
   * What is wrong.
   *
   * @param details null, an object, or a list of {@link FieldError}
   */
  record Content(ErrorCode code, String message, @Nullable Object details) {}
}

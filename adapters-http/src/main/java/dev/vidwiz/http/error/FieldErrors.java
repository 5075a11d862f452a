package dev.vidwiz.http.error;

import dev.vidwiz.domain.input.Refusal;
import dev.vidwiz.http.error.FieldError.Rule;
import java.util.ArrayList;
import java.util.List;

/** Collects the invalid fields of one request. Not thread-safe. */
public final class FieldErrors {

  /** A hostile body can have a million errors. */
  private static final int MAX = 100;

  private final List<FieldError> errors = new ArrayList<>();

  /** Adds an error. */
  public void add(String field, String message, Rule rule) {
    if (errors.size() < MAX) {
      errors.add(new FieldError(field, message, rule.code()));
    }
  }

  /** Adds the error of a value that the domain rejected. */
  public void add(String field, Refusal refusal) {
    add(
        field,
        refusal.message(),
        switch (refusal.reason()) {
          case TOO_SHORT -> Rule.STRING_TOO_SHORT;
          case TOO_LONG -> Rule.STRING_TOO_LONG;
          case INVALID -> Rule.VALUE_ERROR;
        });
  }

  /** Returns whether further errors are ignored. */
  public boolean isFull() {
    return errors.size() >= MAX;
  }

  /** Returns whether there are no errors. */
  public boolean isEmpty() {
    return errors.isEmpty();
  }

  /** Rejects the request with all errors, if there are any. */
  public void throwIfAny() {
    if (!errors.isEmpty()) {
      throw new ApiException(
          ErrorCode.VALIDATION_ERROR, "Request validation failed", List.copyOf(errors));
    }
  }
}

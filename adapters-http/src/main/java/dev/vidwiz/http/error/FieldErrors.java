package dev.vidwiz.http.error;

import dev.vidwiz.domain.input.Refusal;
import dev.vidwiz.http.error.FieldError.Rule;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one request. Not thread-safe. */
public final class FieldErrors {

  /** A hostile body can be wrong in a million places; the first tell enough. */
  private static final int MAX = 100;

  private final List<FieldError> errors = new ArrayList<>();

  /** Adds an error. */
  public void add(String field, String message, Rule rule) {
    if (errors.size() < MAX) {
      errors.add(new FieldError(field, message, rule.code()));
    }
  }

  /** Adds the refusal of a domain value. */
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

  /** Tells whether no more is told: what else is wrong need not be looked for. */
  public boolean isFull() {
    return errors.size() >= MAX;
  }

  /** Tells whether nothing is wrong. */
  public boolean isEmpty() {
    return errors.isEmpty();
  }

  /** Refuses the request with all that is wrong, if anything is. */
  public void throwIfAny() {
    if (!errors.isEmpty()) {
      throw new ApiException(
          ErrorCode.VALIDATION_ERROR, "Request validation failed", List.copyOf(errors));
    }
  }
}

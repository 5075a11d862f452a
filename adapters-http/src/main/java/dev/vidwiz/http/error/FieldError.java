package dev.vidwiz.http.error;

import java.util.Locale;

/**
 * An invalid field of a request.
 *
 * @param field the path of the field, such as {@code body.email} or {@code query.page}
 * @param type the code of a {@link Rule}
 */
public record FieldError(String field, String message, String type) {

  /** The rules that a field can violate. */
  public enum Rule {
    MISSING,
    STRING_TYPE,
    STRING_TOO_SHORT,
    STRING_TOO_LONG,
    INT_PARSING,
    GREATER_THAN_EQUAL,
    LESS_THAN_EQUAL,
    BOOL_TYPE,
    LIST_TYPE,
    DICT_TYPE,
    EXTRA_FORBIDDEN,
    JSON_INVALID,
    VALUE_ERROR;

    private final String code = name().toLowerCase(Locale.ROOT);

    String code() {
      return code;
    }
  }
}

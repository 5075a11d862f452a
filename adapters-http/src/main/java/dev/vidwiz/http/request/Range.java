package dev.vidwiz.http.request;

import dev.vidwiz.http.error.FieldError.Rule;
import dev.vidwiz.http.error.FieldErrors;
import java.math.BigInteger;

/** The inclusive bounds of a whole number. */
record Range(long min, long max) {

  Field<Long> check(String field, BigInteger number, FieldErrors errors) {
    if (number.compareTo(BigInteger.valueOf(min)) < 0) {
      errors.add(field, "must be at least " + min, Rule.GREATER_THAN_EQUAL);
      return Field.empty();
    }
    if (number.compareTo(BigInteger.valueOf(max)) > 0) {
      errors.add(field, "must be at most " + max, Rule.LESS_THAN_EQUAL);
      return Field.empty();
    }
    return Field.of(number.longValue());
  }
}

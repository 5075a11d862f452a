package dev.vidwiz.domain.user;

import dev.vidwiz.domain.input.Blank;
import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.input.Refusal;
import dev.vidwiz.domain.input.TextRule;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A password chosen at registration, 7 to 1,000 characters, and none of those that are guessed
 * first. Never logged and never stored.
 */
public record NewPassword(String value) {

  private static final TextRule LENGTH = new TextRule(7, 1_000);

  /**
   * Checks the length, and whether it is easily guessed.
   *
   * @throws IllegalArgumentException when {@code value} is not what {@link #parse} returns
   */
  public NewPassword {
    Objects.requireNonNull(value, "value");
    LENGTH.check(value).orThrow();
    weakness(value)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
  }

  /**
   * Reads a password; every character counts, blanks too.
   *
   * @param email whose password it will be; null when that is not known
   */
  public static Parsed<NewPassword> parse(String text, @Nullable Email email) {
    if (LENGTH.check(text) instanceof Parsed.Refused<String>(Refusal refusal)) {
      return new Parsed.Refused<>(refusal);
    }
    Optional<String> weakness =
        email != null && isOf(email, text)
            ? Optional.of("must not be the e-mail address")
            : weakness(text);
    return weakness
        .<Parsed<NewPassword>>map(reason -> Parsed.refused(Refusal.Reason.INVALID, reason))
        .orElseGet(() -> Parsed.accepted(new NewPassword(text)));
  }

  /** Tells whether the password is the address of its user. */
  public boolean isOf(Email email) {
    return isOf(email, value);
  }

  private static boolean isOf(Email email, String text) {
    return Email.parse(text) instanceof Parsed.Accepted<Email>(Email same) && same.equals(email);
  }

  private static Optional<String> weakness(String text) {
    if (Blank.isBlank(text)) {
      return Optional.of("must not be blank");
    }
    if (text.codePoints().distinct().count() == 1) {
      return Optional.of("must not be one character repeated");
    }
    return CommonPasswords.contains(text)
        ? Optional.of("must not be one of the most common passwords")
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "NewPassword[hidden]";
  }
}

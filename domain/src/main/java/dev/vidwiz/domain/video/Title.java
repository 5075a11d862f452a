package dev.vidwiz.domain.video;

import dev.vidwiz.domain.input.Blank;
import dev.vidwiz.domain.input.Parsed;
import dev.vidwiz.domain.input.TextRule;
import java.util.Locale;
import java.util.Objects;

/** The title of a video, at most 500 characters. */
public record Title(String value) {

  private static final TextRule LENGTH = new TextRule(1, 500);

  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException when {@code value} is empty or too long
   */
  public Title {
    Objects.requireNonNull(value, "value");
    LENGTH.check(value).orThrow();
  }

  /** Parses a title. Surrounding blanks are removed. */
  public static Parsed<Title> parse(String text) {
    return LENGTH.check(Blank.strip(text)).map(Title::new);
  }

  /** Returns the case-folded title, by which videos are searched and sorted. */
  public String folded() {
    return fold(value);
  }

  /**
   * Folds letter case in every script, code point by code point, so that a substring of a text
   * folds to a substring of the folded text. ({@code toLowerCase} on a string maps a Greek sigma
   * differently at the end of a word.)
   */
  public static String fold(String text) {
    return text.toUpperCase(Locale.ROOT)
        .codePoints()
        .map(Character::toLowerCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Override
  public String toString() {
    return value;
  }
}

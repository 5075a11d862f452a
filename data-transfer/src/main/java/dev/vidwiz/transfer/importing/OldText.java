package dev.vidwiz.transfer.importing;

import dev.vidwiz.domain.input.TextRule;

/** Removes from texts what PostgreSQL cannot store. */
final class OldText {

  private static final int REPLACEMENT = 0xFFFD;

  private OldText() {}

  /** Removes NUL characters and replaces lone surrogates by U+FFFD. */
  static String storable(String text) {
    return TextRule.isStorable(text)
        ? text
        : text.codePoints()
            .filter(c -> c != 0)
            .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }
}

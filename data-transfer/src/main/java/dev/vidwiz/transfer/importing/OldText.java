package dev.vidwiz.transfer.importing;

import dev.vidwiz.domain.input.TextRule;

/** Texts that not every database can hold. */
final class OldText {

  private static final int REPLACEMENT = 0xFFFD;

  private OldText() {}

  /** Returns a text without NUL characters, and with U+FFFD in place of each lone surrogate. */
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

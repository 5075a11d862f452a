package dev.vidwiz.llm;

/**
 * Makes pieces of a text that each stand for themselves: a character that a server cut in two (a
 * surrogate pair) comes whole with the later piece, halves without their other half are replaced,
 * and NUL, which databases refuse, is dropped.
 */
final class TextPieces {

  private String held = "";

  /** Returns what of the text so far can be passed on; may be empty. */
  String next(String piece) {
    String text = held + piece;
    int end = text.length();
    boolean cut = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
    held = cut ? text.substring(end - 1) : "";
    return clean(cut ? text.substring(0, end - 1) : text);
  }

  /** Returns what was held back, when nothing comes after it. */
  String rest() {
    String rest = clean(held);
    held = "";
    return rest;
  }

  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c != 0)
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}

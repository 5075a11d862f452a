package dev.vidwiz.youtube;

/** Texts that every database and client can hold: no NUL, no half of a surrogate pair. */
final class PlainText {

  private PlainText() {}

  /** Returns the first {@code limit} characters of a text, less what cannot be held. */
  static String of(String text, int limit) {
    String head = text.substring(0, Math.min(limit, text.length()));
    StringBuilder plain = new StringBuilder(head.length());
    head.codePoints()
        .filter(c -> c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE))
        .forEach(plain::appendCodePoint);
    return plain.toString().strip();
  }
}

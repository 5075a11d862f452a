package dev.vidwiz.domain.input;

/**
 * What counts as blank in texts that people and programs send: Unicode's White_Space, and the
 * characters without a width that are pasted along with a text: U+FEFF, U+200B to U+200D, U+2060.
 *
 * @see <a href="https://www.unicode.org/Public/UCD/latest/ucd/PropList.txt">White_Space</a>
 */
public final class Blank {

  private Blank() {}

  /** Tells whether a text has no character that is not blank. */
  public static boolean isBlank(String text) {
    return firstOther(text) == text.length();
  }

  /** Returns a text without the blanks at its start and end. */
  public static String strip(String text) {
    int start = firstOther(text);
    int end = text.length();
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Tells whether a character is blank; all that are lie in the Basic Multilingual Plane. */
  public static boolean isBlank(char c) {
    return switch (c) {
      case ' ', '\t', '\n', '\u000b', '\f', '\r', '\u0085', '\u00a0', '\u1680' -> true;
      case '\u2028', '\u2029', '\u202f', '\u205f', '\u2060', '\u3000', '\ufeff' -> true;
      default -> c >= '\u2000' && c <= '\u200d';
    };
  }

  private static int firstOther(String text) {
    int start = 0;
    while (start < text.length() && isBlank(text.charAt(start))) {
      start++;
    }
    return start;
  }
}

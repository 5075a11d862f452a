package dev.vidwiz.domain.input;

/**
 * Inclusive bounds on the length of a text in Unicode code points. Every text must also be
 * storable: without NUL characters and lone surrogates, which databases or UTF-8 cannot represent.
 */
public record TextRule(int min, int max) {

  /** Rejects bounds that no text can meet. */
  public TextRule {
    if (min < 0 || max < min) {
      throw new IllegalArgumentException("bounds " + min + ".." + max);
    }
  }

  /** Returns a rule with an upper bound only. */
  public static TextRule atMost(int max) {
    return new TextRule(0, max);
  }

  /** Returns the text unchanged, or the rule that it violates. */
  public Parsed<String> check(String text) {
    if (!isStorable(text)) {
      return Parsed.refused(
          Refusal.Reason.INVALID, "must not contain a NUL character or a lone surrogate");
    }
    int length = text.codePointCount(0, text.length());
    if (length < min) {
      return Parsed.refused(
          Refusal.Reason.TOO_SHORT, "must have at least " + min + " character" + plural(min));
    }
    if (length > max) {
      return Parsed.refused(
          Refusal.Reason.TOO_LONG, "must have at most " + max + " character" + plural(max));
    }
    return Parsed.accepted(text);
  }

  /** Tells whether a text can be stored: it has no NUL character and no lone surrogate. */
  public static boolean isStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return false;
      }
      if (Character.isSurrogate(c)) {
        boolean paired =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        if (!paired) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private static String plural(int count) {
    return count == 1 ? "" : "s";
  }
}

package dev.vidwiz.bootstrap.log;

/** Prevents untrusted text from forging log lines. */
final class OneLine {

  private OneLine() {}

  /** Returns the text with control characters and line separators escaped. */
  static String of(String text) {
    return text.chars().noneMatch(OneLine::isUnsafe) ? text : escaped(text);
  }

  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (isUnsafe(c)) {
                safe.append(c == '\n' ? "\\n" : "\\u%04x".formatted(c));
              } else {
                safe.append((char) c);
              }
            });
    return safe.toString();
  }

  private static boolean isUnsafe(int c) {
    return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
  }
}

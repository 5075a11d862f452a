package dev.vidwiz.youtube;

import java.util.regex.Pattern;

/** Texts that every database and client can hold: no NUL, no half of a surrogate pair. */
final class PlainText {

  private static final Pattern REFUSED = Pattern.compile("[\\x00\\p{Cs}]+");

  private PlainText() {}

  /** Returns the first {@code limit} characters of a text, less what cannot be held. */
  static String of(String text, int limit) {
    String head = text.substring(0, Math.min(limit, text.length()));
    return REFUSED.matcher(head).replaceAll("").strip();
  }
}

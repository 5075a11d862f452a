package dev.vidwiz.youtube;

import java.util.regex.Pattern;

/** Texts that every database and client can store: without NUL and lone surrogates. */
final class PlainText {

  private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]+");

  private PlainText() {}

  /** Returns the first {@code limit} characters of a text without those that cannot be stored. */
  static String of(String text, int limit) {
    String head = text.substring(0, Math.min(limit, text.length()));
    return UNSTORABLE.matcher(head).replaceAll("").strip();
  }
}

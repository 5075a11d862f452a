package dev.vidwiz.http.chat;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text so that each piece makes an event that reaches its reader in one read: the web app
 * takes every network read by itself and drops an event that was cut.
 */
final class AnswerPieces {

  /** With its frame an event stays below the 1,024 bytes of a small write buffer. */
  private static final int MAX_BYTES = 980;

  private AnswerPieces() {}

  static List<String> of(String text) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    int bytes = 0;
    for (int at = 0; at < text.length(); ) {
      int codePoint = text.codePointAt(at);
      int cost = cost(codePoint);
      if (bytes + cost > MAX_BYTES) {
        pieces.add(text.substring(start, at));
        start = at;
        bytes = 0;
      }
      bytes += cost;
      at += Character.charCount(codePoint);
    }
    pieces.add(text.substring(start));
    return pieces;
  }

  /** Returns how many bytes a code point takes in JSON at most. */
  private static int cost(int codePoint) {
    if (codePoint < 0x20) {
      return 6;
    }
    if (codePoint < 0x80) {
      return codePoint == '"' || codePoint == '\\' ? 2 : 1;
    }
    if (codePoint >= 0x10000) {
      return 12; // Jackson writes both surrogates as escapes.
    }
    return codePoint < 0x800 ? 2 : 3;
  }
}

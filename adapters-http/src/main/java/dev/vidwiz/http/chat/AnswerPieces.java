package dev.vidwiz.http.chat;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a text so that the event of each piece arrives in one network read. The web app parses
 * each read separately and drops an event that spans two.
 */
final class AnswerPieces {

  /** With its framing, an event stays below 1,024 bytes, the size of a small write buffer. */
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

  /** Returns the maximum size of a code point in JSON, in bytes. */
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

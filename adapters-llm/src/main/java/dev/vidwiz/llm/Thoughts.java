package dev.vidwiz.llm;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the thoughts out of a text in which a model thinks aloud between tags, and that comes in
 * pieces cut anywhere. A tag behind a backtick is quoted, and none. Halves of characters without
 * their other half are replaced, and NUL, which databases refuse, is dropped.
 */
final class Thoughts {

  private static final Pattern TAG =
      Pattern.compile(
          "</?(?:\\w{1,9}:)?(?:think|thinking|thoughts?|reasoning)(?:\\s[^<>]{0,80})?/?>"
              + "|\\[/?(?-i:THINK)]|◁/?think▷|<\\|(?:begin|end)_of_thought\\|>"
              + "|<\\|channel\\|>(?:analysis|commentary|final)<\\|message\\|>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CLOSING = Pattern.compile("^[<\\[◁]/|\\|(?:end_|>final)");

  private String held = "";
  private int previous;
  private boolean thinking;
  private boolean found;
  private boolean beginsAnew;

  /** Returns what of the answer is certain so far; may be empty. */
  String next(String piece) {
    return answer(held + piece, false);
  }

  /** Returns what was held back, when nothing comes after it. */
  String rest() {
    return answer(held, true);
  }

  /** Tells whether there were any tags. */
  boolean found() {
    return found;
  }

  /** Tells whether all that was returned before the last piece has turned out to be thoughts. */
  boolean beginsAnew() {
    return beginsAnew;
  }

  @SuppressWarnings("JdkObsolete") // Only hitEnd() tells that more text could make a tag of it.
  private String answer(String text, boolean whole) {
    StringBuilder answer = new StringBuilder();
    Matcher tag = TAG.matcher(text);
    beginsAnew = false;
    int at = 0;
    while (at < text.length()) {
      boolean possible = "<[◁".indexOf(text.charAt(at)) >= 0 && previous != '`';
      if (possible && tag.region(at, text.length()).lookingAt()) {
        pass(tag.group(), answer);
        at = tag.end();
      } else if (possible && tag.hitEnd() && !whole) {
        break;
      } else if (Character.isHighSurrogate(text.charAt(at)) && at + 1 == text.length() && !whole) {
        break;
      } else {
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        previous = c;
        if (!thinking && c != 0) {
          boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
          answer.appendCodePoint(half ? 0xFFFD : c);
        }
      }
    }
    held = text.substring(at);
    return answer.toString();
  }

  private void pass(String tag, StringBuilder answer) {
    found = true;
    previous = 0;
    if (CLOSING.matcher(tag).find()) {
      if (!thinking) {
        answer.setLength(0);
        beginsAnew = true;
      }
      thinking = false;
    } else if (!tag.endsWith("/>")) {
      thinking = true;
    }
  }
}

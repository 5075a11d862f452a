package dev.vidwiz.llm;

import dev.vidwiz.application.chat.StreamedAnswer.Next.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Filters an answer that arrives in arbitrary pieces. Removes thoughts between tags, leading blanks
 * and NUL, which databases reject, and replaces lone surrogates. A tag after a backtick is quoted
 * text. Not thread-safe.
 */
final class Thoughts {

  private static final Pattern TAG =
      Pattern.compile(
          "</?(?:\\w{1,9}:)?(?:think|thinking|thoughts?|reasoning)(?:\\s[^<>]{0,80})?/?>"
              + "|\\[/?(?-i:THINK)]|◁/?think▷|<\\|(?:begin|end)_of_thought\\|>"
              + "|<\\|channel\\|>(?:analysis|commentary|final)<\\|message\\|>",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CLOSING = Pattern.compile("^[<\\[◁]/|\\|(?:end_|>final)");

  private String pending = "";
  private int previous;
  private boolean thinking;
  private boolean hasTags;
  private boolean hasText;

  /** Filters a whole answer. */
  static String without(String answer) {
    return new Thoughts().pass(answer, true).text();
  }

  /** Returns the text that is certainly part of the answer; can be empty. */
  Text next(String piece) {
    return pass(pending + piece, false);
  }

  /** Returns the pending text at the end of the answer. */
  Text rest() {
    return pass(pending, true);
  }

  /** Returns whether there were any tags. */
  boolean hasTags() {
    return hasTags;
  }

  /** Returns whether the answer has text so far. */
  boolean hasText() {
    return hasText;
  }

  @SuppressWarnings("JdkObsolete") // Only hitEnd() shows that more text could complete a tag.
  private Text pass(String text, boolean whole) {
    StringBuilder answer = new StringBuilder();
    boolean hadText = hasText;
    boolean anew = false;
    Matcher tag = TAG.matcher(text);
    int at = 0;
    while (at < text.length()) {
      boolean possible = "<[◁".indexOf(text.charAt(at)) >= 0 && previous != '`';
      if (possible && tag.region(at, text.length()).lookingAt()) {
        if (pass(tag.group())) {
          answer.setLength(0);
          anew = hadText;
        }
        at = tag.end();
      } else if (!whole && ((possible && tag.hitEnd()) || isFirstHalf(text, at))) {
        break;
      } else {
        previous = text.codePointAt(at);
        at += Character.charCount(previous);
        append(previous, answer);
      }
    }
    pending = text.substring(at);
    return new Text(answer.toString(), anew);
  }

  /** Processes a tag, and returns whether all text before it was thoughts. */
  private boolean pass(String tag) {
    boolean closing = CLOSING.matcher(tag).find();
    boolean unopened = closing && !thinking;
    thinking = !closing && (thinking || !tag.endsWith("/>"));
    hasText &= !unopened;
    hasTags = true;
    previous = 0;
    return unopened;
  }

  private void append(int c, StringBuilder answer) {
    if (!thinking && c != 0 && (hasText || !isInvisible(c))) {
      hasText = true;
      answer.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xFFFD : c);
    }
  }

  private static boolean isFirstHalf(String text, int at) {
    return at == text.length() - 1 && Character.isHighSurrogate(text.charAt(at));
  }

  /** Returns whether a code point is a blank or has no width; these do not start an answer. */
  private static boolean isInvisible(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }
}

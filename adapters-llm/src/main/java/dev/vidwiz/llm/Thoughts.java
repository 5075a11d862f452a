package dev.vidwiz.llm;

import dev.vidwiz.application.chat.StreamedAnswer.Next.Text;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of an answer, which comes in pieces cut anywhere, what is not to be seen: thoughts
 * between tags, blanks at its beginning, NUL, which databases refuse, and halves of characters,
 * which are replaced. A tag behind a backtick is quoted, and none.
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
  private boolean begun;

  /** Returns a whole answer without them. */
  static String without(String answer) {
    return new Thoughts().pass(answer, true).text();
  }

  /** Returns what of the answer is certain so far; may be empty. */
  Text next(String piece) {
    return pass(held + piece, false);
  }

  /** Returns what was held back, when nothing comes after it. */
  Text rest() {
    return pass(held, true);
  }

  /** Tells whether there were any tags. */
  boolean found() {
    return found;
  }

  /** Tells whether there is an answer so far. */
  boolean begun() {
    return begun;
  }

  @SuppressWarnings("JdkObsolete") // Only hitEnd() tells that more text could make a tag of it.
  private Text pass(String text, boolean whole) {
    StringBuilder answer = new StringBuilder();
    boolean begunBefore = begun;
    boolean anew = false;
    Matcher tag = TAG.matcher(text);
    int at = 0;
    while (at < text.length()) {
      boolean possible = "<[◁".indexOf(text.charAt(at)) >= 0 && previous != '`';
      if (possible && tag.region(at, text.length()).lookingAt()) {
        if (pass(tag.group())) {
          answer.setLength(0);
          anew = begunBefore;
        }
        at = tag.end();
      } else if (!whole && ((possible && tag.hitEnd()) || isFirstHalf(text, at))) {
        break;
      } else {
        previous = text.codePointAt(at);
        at += Character.charCount(previous);
        see(previous, answer);
      }
    }
    held = text.substring(at);
    return new Text(answer.toString(), anew);
  }

  /** Takes a tag, and tells whether all text up to it has turned out to be thoughts. */
  private boolean pass(String tag) {
    boolean closing = CLOSING.matcher(tag).find();
    boolean unopened = closing && !thinking;
    thinking = !closing && (thinking || !tag.endsWith("/>"));
    begun &= !unopened;
    found = true;
    previous = 0;
    return unopened;
  }

  private void see(int c, StringBuilder answer) {
    if (!thinking && c != 0 && (begun || !isInvisible(c))) {
      begun = true;
      answer.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xFFFD : c);
    }
  }

  private static boolean isFirstHalf(String text, int at) {
    return at == text.length() - 1 && Character.isHighSurrogate(text.charAt(at));
  }

  /** Tells blanks of all kinds, and what has no width: they are no answer. */
  private static boolean isInvisible(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }
}

package dev.vidwiz.llm;

import dev.vidwiz.application.chat.ChatModelException.Kind;
import java.io.IOException;

/**
 * The text of one answer while it comes: passes on what is new in it and no thought, from its first
 * visible character to the longest that is wanted.
 */
final class AnswerText {

  /** Takes pieces of an answer. */
  interface Listener {
    /**
     * Takes a piece, and waits while there is no room for it.
     *
     * @param anew whether the answer begins here, and what came before is none; only then the piece
     *     may be empty
     */
    void text(String text, boolean anew) throws IOException, InterruptedException;
  }

  private final ModelServer server;
  private final int most;
  private final Listener listener;
  private final Thoughts thoughts = new Thoughts();
  private final StringBuilder said = new StringBuilder();
  private boolean deltas;
  private boolean any;
  private int length;

  AnswerText(ModelServer server, int most, Listener listener) {
    this.server = server;
    this.most = most;
    this.listener = listener;
  }

  /** Tells whether there is an answer. */
  boolean any() {
    return any;
  }

  /** Takes what is new, and tells whether anything was passed on. */
  boolean take(Chunk chunk) throws IOException, AttemptFailed, InterruptedException {
    deltas |= !chunk.delta().isEmpty();
    boolean more = add(chunk.delta());
    return message(chunk.message()) || more;
  }

  /** Takes a whole message: what goes beyond the text so far, or else one more piece of many. */
  private boolean message(String message) throws IOException, AttemptFailed, InterruptedException {
    if (message.isEmpty()) {
      return false;
    }
    if (!said.isEmpty()) {
      server.found(Trait.WHOLE_MESSAGES);
    }
    String whole = message.stripLeading();
    String before = said.toString().stripLeading();
    if (whole.startsWith(before)) {
      return add(said.isEmpty() ? message : whole.substring(before.length()));
    }
    return !deltas && !before.startsWith(whole.stripTrailing()) && add(message);
  }

  /** Nothing follows. */
  void end() throws IOException, AttemptFailed, InterruptedException {
    pass(thoughts.rest(), thoughts.beginsAnew());
    if (thoughts.found()) {
      server.found(Trait.THINKS_ALOUD);
    }
  }

  private boolean add(String text) throws IOException, AttemptFailed, InterruptedException {
    if (said.length() + text.length() > Chunk.MOST_BYTES) {
      throw tooLong(Chunk.MOST_BYTES);
    }
    said.append(text);
    return pass(thoughts.next(text), thoughts.beginsAnew());
  }

  private boolean pass(String text, boolean beginsAnew)
      throws IOException, AttemptFailed, InterruptedException {
    boolean anew = beginsAnew && any;
    any &= !anew;
    String visible =
        any ? text : text.substring((int) text.chars().takeWhile(AnswerText::isInvisible).count());
    any |= !visible.isEmpty();
    int room = Math.min(visible.length(), most - length);
    boolean cut =
        room > 0 && room < visible.length() && Character.isHighSurrogate(visible.charAt(room - 1));
    String fits = visible.substring(0, cut ? room - 1 : room);
    length += fits.length();
    if (anew || !fits.isEmpty()) {
      listener.text(fits, anew);
    }
    if (fits.length() < visible.length()) {
      throw tooLong(most);
    }
    return !visible.isEmpty();
  }

  private static AttemptFailed tooLong(int chars) {
    return new AttemptFailed(
        Kind.UNAVAILABLE, "The answer was longer than " + chars + " characters");
  }

  /** Tells blanks of all kinds, and what has no width: they are no answer. */
  private static boolean isInvisible(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }
}

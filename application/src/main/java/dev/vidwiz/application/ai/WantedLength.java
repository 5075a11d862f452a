package dev.vidwiz.application.ai;

import dev.vidwiz.application.chat.ChatModel;
import dev.vidwiz.application.chat.ChatPrompt;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** How long a text of the AI should be, in characters, both bounds included. */
record WantedLength(int min, int max) {

  private static final int TRIES = 3;

  /**
   * Asks a model until the text has the length, three times at most; then the best one is cut.
   *
   * @param prompt makes the prompt from the best text so far, which is empty at first
   * @param tidy is applied to what the model wrote
   */
  String draft(ChatModel model, Function<String, ChatPrompt> prompt, UnaryOperator<String> tidy)
      throws InterruptedException {
    String best = "";
    for (int tries = 0; tries < TRIES && distance(best) > 0; tries++) {
      String text = tidy.apply(model.complete(prompt.apply(best)).text());
      best = distance(text) <= distance(best) ? text : best;
    }
    return cut(best);
  }

  /** Returns the text, or as many of its words as fit. */
  String cut(String text) {
    if (length(text) <= max) {
      return text;
    }
    int end = text.offsetByCodePoints(0, max);
    int blank = text.lastIndexOf(' ', end);
    return text.substring(0, blank > 0 ? blank : end).strip();
  }

  /** Returns what to tell a model whose text has another length. */
  String complaint(String text) {
    return "That has %d characters. Write it again with %d to %d."
        .formatted(length(text), min, max);
  }

  private int distance(String text) {
    int length = length(text);
    return text.isEmpty() ? Integer.MAX_VALUE : Math.max(0, Math.max(min - length, length - max));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}

package dev.vidwiz.application.ai;

import dev.vidwiz.application.chat.ChatModel;
import dev.vidwiz.application.chat.ChatPrompt;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The inclusive bounds on a generated text in characters. */
record WantedLength(int min, int max) {

  private static final int TRIES = 3;

  /**
   * Asks a model up to three times for a text within the bounds. If none is, the nearest is cut.
   *
   * @param prompt returns the prompt for the best text so far, which is empty at first
   * @param clean is applied to the model's text
   */
  String draft(ChatModel model, Function<String, ChatPrompt> prompt, UnaryOperator<String> clean)
      throws InterruptedException {
    String best = "";
    for (int tries = 0; tries < TRIES && distance(best) > 0; tries++) {
      String text = clean.apply(model.complete(prompt.apply(best)).text());
      best = distance(text) <= distance(best) ? text : best;
    }
    return cut(best);
  }

  /** Returns the text, cut after the last word that fits. */
  String cut(String text) {
    if (length(text) <= max) {
      return text;
    }
    int end = text.offsetByCodePoints(0, max);
    int blank = text.lastIndexOf(' ', end);
    return text.substring(0, blank > 0 ? blank : end).strip();
  }

  /** Returns the request for another length. */
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

package dev.vidwiz.application.chat;

import dev.vidwiz.domain.chat.Role;
import java.util.List;

/**
 * What a model is given.
 *
 * @param purpose what the answer is for
 * @param system the rules, and the material that they are about
 * @param turns what was said so far, oldest first; the last is the question
 * @param maxTokens the longest answer wanted, in tokens
 */
public record ChatPrompt(Purpose purpose, String system, List<Turn> turns, int maxTokens) {

  /** What becomes of an answer. */
  public enum Purpose {
    ANSWER,
    NOTE,
    SUMMARY
  }

  /** Something said by one side. */
  public record Turn(Role role, String content) {}

  /** Keeps a copy of the turns. */
  public ChatPrompt {
    turns = List.copyOf(turns);
  }
}

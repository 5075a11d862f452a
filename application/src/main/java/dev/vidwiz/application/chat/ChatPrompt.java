package dev.vidwiz.application.chat;

import dev.vidwiz.domain.chat.Role;
import java.util.List;

/**
 * A prompt for a model.
 *
 * @param purpose the use of the answer
 * @param system the rules and the material
 * @param turns the messages so far, oldest first; the last is the question
 * @param maxTokens the maximum length of the answer in tokens
 */
public record ChatPrompt(Purpose purpose, String system, List<Turn> turns, int maxTokens) {

  /** The use of an answer. */
  public enum Purpose {
    ANSWER,
    NOTE,
    SUMMARY
  }

  /** One message. */
  public record Turn(Role role, String content) {}

  /** Keeps a copy of the turns. */
  public ChatPrompt {
    turns = List.copyOf(turns);
  }
}

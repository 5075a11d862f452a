package dev.vidwiz.application.chat;

import dev.vidwiz.domain.chat.TokenUsage;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer of a model.
 *
 * @param usage the tokens spent; null when the model did not say
 */
public record Completion(String text, @Nullable TokenUsage usage) {

  /** Says nothing of tokens. */
  public Completion(String text) {
    this(text, null);
  }
}

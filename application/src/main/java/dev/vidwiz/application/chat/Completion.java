package dev.vidwiz.application.chat;

import dev.vidwiz.domain.chat.TokenUsage;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A complete answer of a model.
 *
 * @param usage the tokens used; null when the model did not report them
 */
public record Completion(String text, @Nullable TokenUsage usage) {
  /** Rejects null. */
  public Completion {
    Objects.requireNonNull(text, "text");
  }

  /** A completion without token usage. */
  public Completion(String text) {
    this(text, null);
  }
}

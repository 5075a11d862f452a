package dev.vidwiz.domain.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an answer besides its text.
 *
 * @param model the name of the model that answered
 * @param finishReason why the model stopped; null when it did not come to an end
 * @param usage the tokens spent; null when the model did not say
 * @param citations the moments cited, in the order of the text
 * @param partial whether the answer broke off
 */
public record AnswerDetails(
    String model,
    @Nullable String finishReason,
    @Nullable TokenUsage usage,
    List<Citation> citations,
    boolean partial) {

  /** Keeps a copy of the citations. */
  public AnswerDetails {
    citations = List.copyOf(citations);
  }
}

package dev.vidwiz.domain.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The details of an answer besides its text.
 *
 * @param model the name of the model that answered
 * @param finishReason why the model stopped; null when the answer is incomplete
 * @param usage the tokens used; null when the model did not report them
 * @param citations the cited moments, in the order of the text
 * @param partial whether the answer is incomplete
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

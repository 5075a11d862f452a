package dev.vidwiz.http.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vidwiz.domain.chat.AnswerDetails;
import dev.vidwiz.domain.chat.Citation;
import dev.vidwiz.domain.chat.Message;
import dev.vidwiz.domain.chat.TokenUsage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schema {@code MessageRead}. */
record ChatMessageJson(
    long id,
    long conversationId,
    String role,
    String content,
    @Nullable Metadata metadata,
    Instant createdAt) {

  /** Metadata of an answer; {@code partial} is present only when the answer is incomplete. */
  record Metadata(
      String model,
      @Nullable String finishReason,
      @Nullable TokenUsage usage,
      List<Citation> citations,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean partial) {

    static @Nullable Metadata from(@Nullable AnswerDetails answer) {
      return answer == null
          ? null
          : new Metadata(
              answer.model(),
              answer.finishReason(),
              answer.usage(),
              answer.citations(),
              answer.partial() ? true : null);
    }
  }

  static ChatMessageJson from(Message message) {
    return new ChatMessageJson(
        message.id(),
        message.conversationId(),
        message.role().code(),
        message.content(),
        Metadata.from(message.answer()),
        message.createdAt());
  }
}

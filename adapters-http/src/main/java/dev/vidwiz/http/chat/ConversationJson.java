package dev.vidwiz.http.chat;

import dev.vidwiz.domain.chat.Conversation;
import java.time.Instant;

/** The schema {@code ConversationRead}. */
record ConversationJson(long id, String videoId, Instant createdAt, Instant updatedAt) {

  static ConversationJson from(Conversation conversation) {
    return new ConversationJson(
        conversation.id(),
        conversation.videoId().value(),
        conversation.createdAt(),
        conversation.updatedAt());
  }
}

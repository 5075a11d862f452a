package dev.vidwiz.http.chat;

import dev.vidwiz.domain.chat.Conversation;
import java.time.Instant;

/** ConversationRead of the contract. */
record ConversationJson(long id, String videoId, Instant createdAt, Instant updatedAt) {

  static ConversationJson from(Conversation conversation) {
    return new ConversationJson(
        conversation.id(),
        conversation.videoId().value(),
        conversation.createdAt(),
        conversation.updatedAt());
  }
}

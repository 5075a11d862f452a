package dev.vidwiz.domain.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message of a conversation.
 *
 * @param answer the details of an answer of the assistant; null for a message of the user
 */
public record Message(
    long id,
    long conversationId,
    Role role,
    String content,
    @Nullable AnswerDetails answer,
    Instant createdAt) {}

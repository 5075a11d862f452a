package dev.vidwiz.domain.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something said in a conversation.
 *
 * @param answer what is known about an answer of the assistant; null for what the user said
 */
public record Message(
    long id,
    long conversationId,
    Role role,
    String content,
    @Nullable AnswerDetails answer,
    Instant createdAt) {}

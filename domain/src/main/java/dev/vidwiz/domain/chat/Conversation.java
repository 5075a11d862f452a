package dev.vidwiz.domain.chat;

import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;

/** A conversation with Wiz about one video. */
public record Conversation(
    long id, VideoId videoId, Owner owner, Instant createdAt, Instant updatedAt) {}

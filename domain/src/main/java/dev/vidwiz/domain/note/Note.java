package dev.vidwiz.domain.note;

import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a user noted at a moment of a video.
 *
 * @param text null until the user or the AI fills it in
 */
public record Note(
    long id,
    long userId,
    VideoId videoId,
    Timestamp timestamp,
    @Nullable String text,
    boolean generatedByAi,
    Instant createdAt,
    Instant updatedAt) {}

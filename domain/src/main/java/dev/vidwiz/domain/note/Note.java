package dev.vidwiz.domain.note;

import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A note of a user at a moment of a video.
 *
 * @param text null while the note is blank
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

package dev.vidwiz.application.note;

import dev.vidwiz.domain.note.Timestamp;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A note to add. A null text means a blank note. */
public record NewNote(
    long userId, VideoId videoId, Timestamp timestamp, @Nullable String text, Instant createdAt) {}

package dev.vidwiz.application.job;

import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.video.Video;
import org.jspecify.annotations.Nullable;

/**
 * A job with all that a worker elsewhere needs to know.
 *
 * @param note the note to fill in; null for a summary
 */
public record AiJobMessage(AiJob job, Video video, @Nullable Note note) {}

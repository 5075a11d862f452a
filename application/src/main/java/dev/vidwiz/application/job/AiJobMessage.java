package dev.vidwiz.application.job;

import dev.vidwiz.domain.note.Note;
import dev.vidwiz.domain.video.Video;
import org.jspecify.annotations.Nullable;

/**
 * An AI job with the data that an external AI worker needs.
 *
 * @param note the note to fill in; null for a summary
 */
public record AiJobMessage(AiJob job, Video video, @Nullable Note note) {}

package dev.vidwiz.application.job;

import dev.vidwiz.domain.job.AiJobKind;
import dev.vidwiz.domain.video.VideoId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One text for a model to write.
 *
 * @param noteId the note to fill in; null for a summary
 * @param attempts how often the job was claimed, this time included
 */
public record AiJob(
    long id,
    AiJobKind kind,
    VideoId videoId,
    @Nullable Long noteId,
    int attempts,
    Instant createdAt) {

  /** How long a claimed job belongs to whoever claimed it. After that, it can be claimed again. */
  public static final Duration LEASE = Duration.ofMinutes(2);
}

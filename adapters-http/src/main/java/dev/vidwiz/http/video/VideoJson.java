package dev.vidwiz.http.video;

import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.Video;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The schema {@code VideoRead}. */
public record VideoJson(
    long id,
    String videoId,
    @Nullable String title,
    @Nullable JsonText metadata,
    boolean transcriptAvailable,
    @Nullable String transcriptError,
    @Nullable String summary,
    @Nullable JsonText suggestedQuestions,
    Instant createdAt,
    Instant updatedAt) {

  /** Converts a video. */
  public static VideoJson from(Video video) {
    return new VideoJson(
        video.id(),
        video.videoId().value(),
        video.title(),
        video.metadata(),
        video.transcriptAvailable(),
        video.transcriptError(),
        video.summary(),
        video.suggestedQuestions(),
        video.createdAt(),
        video.updatedAt());
  }
}

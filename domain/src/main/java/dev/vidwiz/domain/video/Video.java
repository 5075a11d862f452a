package dev.vidwiz.domain.video;

import dev.vidwiz.domain.json.JsonText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A video that somebody took a note or asked a question about.
 *
 * @param metadata what the metadata worker found, a JSON object
 * @param transcriptError a sentence for people why there is no transcript, for good or for now
 */
public record Video(
    long id,
    VideoId videoId,
    @Nullable String title,
    @Nullable JsonText metadata,
    boolean transcriptAvailable,
    @Nullable String transcriptError,
    @Nullable String summary,
    Instant createdAt,
    Instant updatedAt) {

  /** Returns which parts are there. */
  public Readiness readiness() {
    return new Readiness(metadata != null, transcriptAvailable, summary != null, transcriptError);
  }
}

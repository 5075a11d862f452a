package dev.vidwiz.domain.video;

import dev.vidwiz.domain.json.JsonText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A video with a note or a conversation.
 *
 * @param metadata the fetched metadata, a JSON object; null when not fetched yet
 * @param transcriptError why there is no transcript, as a sentence for users; null when there is no
 *     error
 * @param suggestedQuestions questions to ask about the video, a JSON array of texts that {@link
 *     SuggestedQuestions} has checked; null when there are none yet
 */
public record Video(
    long id,
    VideoId videoId,
    @Nullable String title,
    @Nullable JsonText metadata,
    boolean transcriptAvailable,
    @Nullable String transcriptError,
    @Nullable String summary,
    @Nullable JsonText suggestedQuestions,
    Instant createdAt,
    Instant updatedAt) {

  /** Returns which parts are available. */
  public Readiness readiness() {
    return new Readiness(metadata != null, transcriptAvailable, summary != null, transcriptError);
  }
}

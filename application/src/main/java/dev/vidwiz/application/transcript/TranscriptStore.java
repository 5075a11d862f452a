package dev.vidwiz.application.transcript;

import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import java.util.Optional;

/**
 * Stores transcripts: JSON arrays of {@code {text, offset, duration}}, in seconds, unchanged. All
 * methods throw {@link dev.vidwiz.application.failure.InfrastructureException} when the store
 * cannot be reached. An empty result means that there is no transcript. Thread-safe.
 */
public interface TranscriptStore {

  /** Stores a transcript, replacing an earlier one. */
  void put(VideoId videoId, JsonText transcript);

  /** Returns the transcript of a video. */
  Optional<JsonText> find(VideoId videoId);

  /** Tells whether the transcript is where external AI workers read it, and not in the fallback. */
  default boolean isInFinalStore(VideoId videoId) {
    return true;
  }
}

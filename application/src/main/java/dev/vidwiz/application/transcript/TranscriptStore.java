package dev.vidwiz.application.transcript;

import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import java.util.Optional;

/**
 * Keeps transcripts: JSON arrays of {@code {text, offset, duration}} with offset and duration in
 * seconds, as the worker sent them. All methods throw {@link
 * dev.vidwiz.application.failure.InfrastructureException} when the store cannot be reached; an
 * empty result means that there really is none. Thread-safe.
 */
public interface TranscriptStore {

  /** Stores a transcript, replacing an earlier one. */
  void put(VideoId videoId, JsonText transcript);

  /** Returns the transcript of a video. */
  Optional<JsonText> find(VideoId videoId);

  /** Tells whether the transcript of this video stands where workers elsewhere look for it. */
  default boolean isInFinalStore(VideoId videoId) {
    return true;
  }
}

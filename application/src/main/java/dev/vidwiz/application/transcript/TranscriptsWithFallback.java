package dev.vidwiz.application.transcript;

import dev.vidwiz.application.failure.InfrastructureException;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/**
 * Transcripts that are kept in a store primary, with the database to fall back on: what cannot be
 * written there is kept here and moved later. Thread-safe.
 */
public final class TranscriptsWithFallback implements TranscriptStore {

  private static final System.Logger LOG =
      System.getLogger(TranscriptsWithFallback.class.getName());
  private static final int AT_ONCE = 20;

  private final TranscriptStore primary;
  private final DatabaseTranscripts fallback;

  /** Writes to the store primary, or else to the one fallback. */
  public TranscriptsWithFallback(TranscriptStore primary, DatabaseTranscripts fallback) {
    this.primary = primary;
    this.fallback = fallback;
  }

  @Override
  public void put(VideoId videoId, JsonText transcript) {
    try {
      primary.put(videoId, transcript);
    } catch (InfrastructureException e) {
      LOG.log(Level.WARNING, "the transcript of " + videoId + " is kept here for now", e);
      fallback.put(videoId, transcript);
      return;
    }
    fallback.remove(videoId);
  }

  /**
   * Looks primary, then fallback. When elsewhere cannot be reached and nothing is fallback, it
   * fails.
   */
  @Override
  public Optional<JsonText> find(VideoId videoId) {
    try {
      return primary.find(videoId).or(() -> fallback.find(videoId));
    } catch (InfrastructureException e) {
      Optional<JsonText> spare = fallback.find(videoId);
      if (spare.isEmpty()) {
        throw e;
      }
      return spare;
    }
  }

  @Override
  public boolean isInFinalStore(VideoId videoId) {
    return fallback.find(videoId).isEmpty();
  }

  /**
   * Moves what is here to where it belongs. To be called regularly.
   *
   * @throws InfrastructureException when that cannot be reached
   */
  public void move() {
    List<VideoId> waiting;
    do {
      waiting = fallback.videoIds(AT_ONCE);
      for (VideoId videoId : waiting) {
        fallback.find(videoId).ifPresent(transcript -> primary.put(videoId, transcript));
        fallback.remove(videoId);
      }
    } while (waiting.size() == AT_ONCE);
  }
}

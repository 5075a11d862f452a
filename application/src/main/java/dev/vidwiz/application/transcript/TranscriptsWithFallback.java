package dev.vidwiz.application.transcript;

import dev.vidwiz.application.failure.InfrastructureException;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/**
 * A primary store for transcripts with the database as a fallback. A transcript that cannot be
 * written to the primary store is kept in the database and moved later. Thread-safe.
 */
public final class TranscriptsWithFallback implements TranscriptStore {

  private static final System.Logger LOG =
      System.getLogger(TranscriptsWithFallback.class.getName());
  private static final int AT_ONCE = 20;

  private final TranscriptStore primary;
  private final DatabaseTranscripts fallback;

  /** Writes to {@code primary}, or else to {@code fallback}. */
  public TranscriptsWithFallback(TranscriptStore primary, DatabaseTranscripts fallback) {
    this.primary = primary;
    this.fallback = fallback;
  }

  @Override
  public void put(VideoId videoId, JsonText transcript) {
    try {
      primary.put(videoId, transcript);
    } catch (InfrastructureException e) {
      LOG.log(
          Level.WARNING, "the transcript of " + videoId + " is kept in the database for now", e);
      fallback.put(videoId, transcript);
      return;
    }
    fallback.remove(videoId);
  }

  /**
   * Reads from the primary store, then from the fallback. Fails when the primary store cannot be
   * reached and the fallback has no transcript.
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
   * Moves transcripts from the fallback to the primary store. To be called periodically.
   *
   * @throws InfrastructureException when the primary store cannot be reached
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

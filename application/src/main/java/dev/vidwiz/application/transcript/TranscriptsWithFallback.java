package dev.vidwiz.application.transcript;

import dev.vidwiz.application.failure.FailureLog;
import dev.vidwiz.application.failure.InfrastructureException;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A primary store for transcripts with the database as a fallback. A transcript that cannot be
 * written to the primary store is kept in the database and moved later. After one failed call the
 * primary store is not called again until {@link #move} has reached it. Thread-safe.
 */
public final class TranscriptsWithFallback implements TranscriptStore {

  private static final FailureLog FAILURES = new FailureLog(TranscriptsWithFallback.class);
  private static final int AT_ONCE = 20;

  private final TranscriptStore primary;
  private final DatabaseTranscripts fallback;

  /** The video whose transcript could not be read or written; null while the store is reachable. */
  private volatile @Nullable VideoId failed;

  /** Writes to {@code primary}, or else to {@code fallback}. */
  public TranscriptsWithFallback(TranscriptStore primary, DatabaseTranscripts fallback) {
    this.primary = primary;
    this.fallback = fallback;
  }

  @Override
  public void put(VideoId videoId, JsonText transcript) {
    if (failed != null) {
      fallback.put(videoId, transcript);
      return;
    }
    try {
      primary.put(videoId, transcript);
    } catch (InfrastructureException e) {
      failed(videoId, e);
      FAILURES.failed("the transcript of " + videoId + " is kept in the database for now", e);
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
    if (failed != null) {
      Optional<JsonText> spare = fallback.find(videoId);
      if (spare.isEmpty()) {
        throw StorageException.unavailable("the store of transcripts cannot be reached", null);
      }
      return spare;
    }
    try {
      return primary.find(videoId).or(() -> fallback.find(videoId));
    } catch (InfrastructureException e) {
      failed(videoId, e);
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
   * Checks whether a primary store that failed is reachable again, and moves transcripts from the
   * fallback to it. To be called periodically.
   *
   * @throws InfrastructureException when the primary store cannot be reached
   */
  public void move() {
    VideoId probe = failed;
    if (probe != null) {
      primary.find(probe);
      failed = null;
    }
    List<VideoId> waiting;
    do {
      waiting = fallback.videoIds(AT_ONCE);
      for (VideoId videoId : waiting) {
        fallback.find(videoId).ifPresent(transcript -> primary.put(videoId, transcript));
        fallback.remove(videoId);
      }
    } while (waiting.size() == AT_ONCE);
  }

  /** What is wrong with one transcript, or with our rights, says nothing about the others. */
  private void failed(VideoId videoId, InfrastructureException reason) {
    if (reason.isTemporary()) {
      failed = videoId;
    }
  }
}

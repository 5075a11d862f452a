package dev.vidwiz.application.transcript;

import dev.vidwiz.application.failure.InfrastructureException;
import dev.vidwiz.application.storage.StorageException;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Transcripts that are kept in a store elsewhere, with the database to fall back on: what cannot be
 * written there is kept here and moved later. One call finds out that the store cannot be reached;
 * those after it do without it, until {@link #move} has reached it again. Thread-safe.
 */
public final class TranscriptsWithFallback implements TranscriptStore {

  private static final System.Logger LOG =
      System.getLogger(TranscriptsWithFallback.class.getName());
  private static final int AT_ONCE = 20;

  private final TranscriptStore elsewhere;
  private final DatabaseTranscripts here;

  /** What could not be read or written elsewhere; null while that can be reached. */
  private volatile @Nullable VideoId failed;

  /** Writes to the store elsewhere, or else to the one here. */
  public TranscriptsWithFallback(TranscriptStore elsewhere, DatabaseTranscripts here) {
    this.elsewhere = elsewhere;
    this.here = here;
  }

  @Override
  public void put(VideoId videoId, JsonText transcript) {
    if (failed != null) {
      here.put(videoId, transcript);
      return;
    }
    try {
      elsewhere.put(videoId, transcript);
    } catch (InfrastructureException e) {
      failed(videoId, e);
      LOG.log(Level.WARNING, "the transcript of " + videoId + " is kept here for now", e);
      here.put(videoId, transcript);
      return;
    }
    here.remove(videoId);
  }

  /** Looks elsewhere, then here. When elsewhere cannot be reached and nothing is here, it fails. */
  @Override
  public Optional<JsonText> find(VideoId videoId) {
    if (failed != null) {
      Optional<JsonText> spare = here.find(videoId);
      if (spare.isEmpty()) {
        throw StorageException.unavailable("the store of transcripts cannot be reached", null);
      }
      return spare;
    }
    try {
      return elsewhere.find(videoId).or(() -> here.find(videoId));
    } catch (InfrastructureException e) {
      failed(videoId, e);
      Optional<JsonText> spare = here.find(videoId);
      if (spare.isEmpty()) {
        throw e;
      }
      return spare;
    }
  }

  @Override
  public boolean isSettled(VideoId videoId) {
    return here.find(videoId).isEmpty();
  }

  /**
   * Looks whether a store that failed can be reached again, and moves what is here to where it
   * belongs. To be called regularly.
   *
   * @throws InfrastructureException when that cannot be reached
   */
  public void move() {
    VideoId probe = failed;
    if (probe != null) {
      elsewhere.find(probe);
      failed = null;
      LOG.log(Level.INFO, "the store of transcripts can be reached again");
    }
    List<VideoId> waiting;
    do {
      waiting = here.held(AT_ONCE);
      for (VideoId videoId : waiting) {
        here.find(videoId).ifPresent(transcript -> elsewhere.put(videoId, transcript));
        here.remove(videoId);
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

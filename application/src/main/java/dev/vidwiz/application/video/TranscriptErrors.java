package dev.vidwiz.application.video;

import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Stores why a video has no transcript, as a sentence for users, and signals changes to watchers.
 */
public final class TranscriptErrors {

  private final Videos videos;
  private final Signals signals;

  /** Works on the given videos. */
  public TranscriptErrors(Videos videos, Signals signals) {
    this.videos = videos;
    this.signals = signals;
  }

  /**
   * Stores the sentence, or removes it when null. Tells whether it changed. To be called in a
   * transaction.
   */
  public boolean store(VideoId videoId, @Nullable String sentence, Instant now) {
    boolean changed = videos.storeTranscriptError(videoId, sentence, now);
    if (changed) {
      signals.publish(new Signal.VideoChanged(videoId));
    }
    return changed;
  }

  /** Removes the sentence. To be called in a transaction. */
  public void remove(VideoId videoId, Instant now) {
    store(videoId, null, now);
  }
}

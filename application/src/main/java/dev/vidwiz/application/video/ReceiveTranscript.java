package dev.vidwiz.application.video;

import dev.vidwiz.application.storage.Storage;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;

/** What every arriving transcript leads to, whoever brings it. */
public final class ReceiveTranscript {

  private final TranscriptStore store;
  private final Transcripts transcripts;
  private final Videos videos;
  private final TranscriptObserver observer;

  /** Keeps transcripts in the given store. */
  public ReceiveTranscript(
      Storage storage,
      TranscriptStore store,
      Transcripts transcripts,
      TranscriptObserver observer) {
    this.store = store;
    this.transcripts = transcripts;
    this.videos = storage.videos();
    this.observer = observer;
  }

  /** Keeps the text. Not to be called in a transaction: the store may be another server. */
  public void keep(VideoId videoId, JsonText transcript) {
    store.put(videoId, transcript);
    transcripts.forget(videoId);
  }

  /**
   * Marks the transcript as available, which makes work for the AI. To be called in a transaction.
   */
  public void announce(VideoId videoId, Instant now) {
    videos.markTranscriptAvailable(videoId, now);
    observer.afterTranscript(videoId, now);
  }
}

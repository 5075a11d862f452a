package dev.vidwiz.application.transcript;

import dev.vidwiz.application.note.DispatchAiJobs;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;

/** Stores new transcripts, with the changes that follow. */
public final class ReceiveTranscript {

  private final TranscriptStore store;
  private final Transcripts transcripts;
  private final Videos videos;
  private final DispatchAiJobs jobs;

  /** Stores transcripts in the given store. */
  public ReceiveTranscript(
      TranscriptStore store, Transcripts transcripts, Videos videos, DispatchAiJobs jobs) {
    this.store = store;
    this.transcripts = transcripts;
    this.videos = videos;
    this.jobs = jobs;
  }

  /**
   * Stores the text. Not to be called in a transaction, because the store may be another server.
   */
  public void store(VideoId videoId, JsonText transcript) {
    store.put(videoId, transcript);
    transcripts.evict(videoId);
  }

  /** Marks the transcript as available and adds AI jobs. To be called in a transaction. */
  public void announce(VideoId videoId, Instant now) {
    videos.markTranscriptAvailable(videoId, now);
    jobs.afterTranscript(videoId, now);
  }
}

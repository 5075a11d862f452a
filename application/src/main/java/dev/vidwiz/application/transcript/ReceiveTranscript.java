package dev.vidwiz.application.transcript;

import dev.vidwiz.application.note.DispatchAiJobs;
import dev.vidwiz.application.video.Videos;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;

/** What every arriving transcript leads to, whoever brings it. */
public final class ReceiveTranscript {

  private final TranscriptStore store;
  private final Transcripts transcripts;
  private final Videos videos;
  private final DispatchAiJobs jobs;

  /** Keeps transcripts in the given store. */
  public ReceiveTranscript(
      TranscriptStore store, Transcripts transcripts, Videos videos, DispatchAiJobs jobs) {
    this.store = store;
    this.transcripts = transcripts;
    this.videos = videos;
    this.jobs = jobs;
  }

  /** Keeps the text. Not to be called in a transaction: the store may be another server. */
  public void store(VideoId videoId, JsonText transcript) {
    store.put(videoId, transcript);
    transcripts.evict(videoId);
  }

  /**
   * Marks the transcript as available, which makes work for the AI. To be called in a transaction.
   */
  public void announce(VideoId videoId, Instant now) {
    videos.markTranscriptAvailable(videoId, now);
    jobs.afterTranscript(videoId, now);
  }
}

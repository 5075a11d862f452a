package dev.vidwiz.application.video;

import dev.vidwiz.domain.video.VideoId;
import java.time.Instant;

/** Is told of arriving transcripts. */
public interface TranscriptObserver {

  /** The transcript of this video is available; called in the transaction that marks it so. */
  void afterTranscript(VideoId videoId, Instant now);
}

package dev.vidwiz.youtube;

import dev.vidwiz.domain.video.VideoId;
import java.util.List;

/** A way to the captions of a video. Thread-safe. */
interface TranscriptSource extends Source {

  /**
   * Returns the captions there are, one at least; some of them may be gated.
   *
   * @throws Refusal when there are none, or when the source does not tell
   */
  List<CaptionTrack> tracks(VideoId videoId, Deadline deadline)
      throws Refusal, InterruptedException;

  /**
   * Returns the text of one of these tracks, in any form.
   *
   * @throws Refusal when the source does not give it
   */
  String captions(VideoId videoId, CaptionTrack track, Deadline deadline)
      throws Refusal, InterruptedException;
}

package dev.vidwiz.youtube;

import java.util.List;

/** Gives the captions of a video. Thread-safe. */
interface TranscriptSource extends MetadataSource {

  /**
   * Returns the captions there are, one at least; some of them may be gated.
   *
   * @throws Refusal when there are none, or when the source does not say
   */
  List<CaptionTrack> tracks(Fetch fetch) throws Refusal, InterruptedException;

  /**
   * Returns the text of one of these tracks, in any format.
   *
   * @throws Refusal when the source does not give it
   */
  String captions(CaptionTrack track, Fetch fetch) throws Refusal, InterruptedException;
}

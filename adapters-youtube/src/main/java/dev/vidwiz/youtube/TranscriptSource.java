package dev.vidwiz.youtube;

import java.util.List;

/** Gives the captions and metadata of a video. Thread-safe. */
interface TranscriptSource extends MetadataSource {

  /**
   * Returns the tracks of the video, at least one; some may be gated.
   *
   * @throws Refusal if there are none, or the source does not give them
   */
  List<CaptionTrack> tracks(Fetch fetch) throws Refusal, InterruptedException;

  /**
   * Returns the captions of one of these tracks, in any format.
   *
   * @throws Refusal if the source does not give them
   */
  String captions(CaptionTrack track, Fetch fetch) throws Refusal, InterruptedException;
}

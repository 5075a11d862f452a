package dev.vidwiz.youtube;

import dev.vidwiz.domain.video.VideoId;
import java.util.Set;

/** A way to the metadata of a video. Thread-safe. */
interface MetadataSource extends Source {

  /** Returns the keys that it can give; it is asked only when one of them is missing. */
  Set<Key> keys();

  /**
   * Returns what it tells, which may be nothing.
   *
   * @throws Refusal when it says why it tells nothing
   */
  MetadataDocument metadata(VideoId videoId, Deadline deadline)
      throws Refusal, InterruptedException;
}

package dev.vidwiz.application.transcript;

import dev.vidwiz.domain.video.VideoId;
import java.util.List;

/**
 * The transcripts in the database: all of them, or only the fallback transcripts when another store
 * is configured.
 */
public interface DatabaseTranscripts extends TranscriptStore {

  /** Returns the videos of up to {@code limit} transcripts, in no particular order. */
  List<VideoId> videoIds(int limit);

  /** Removes a transcript. */
  void remove(VideoId videoId);
}

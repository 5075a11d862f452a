package dev.vidwiz.application.transcript;

import dev.vidwiz.domain.video.VideoId;
import java.util.List;

/**
 * The transcripts in the database: all of them, or where they are kept elsewhere, those that could
 * not be brought there yet.
 */
public interface DatabaseTranscripts extends TranscriptStore {

  /** Returns whose transcripts are here, up to a limit, in no certain order. */
  List<VideoId> videoIds(int limit);

  /** Removes a transcript. */
  void remove(VideoId videoId);
}

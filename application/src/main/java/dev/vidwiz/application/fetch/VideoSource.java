package dev.vidwiz.application.fetch;

import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;

/**
 * Fetches transcripts and metadata, from YouTube. Failures are results, not exceptions.
 * Thread-safe.
 */
public interface VideoSource {

  /** Fetches the transcript: a JSON array of {@code {text, offset, duration}} in seconds. */
  Fetched<JsonText> fetchTranscript(VideoId videoId) throws InterruptedException;

  /** Fetches the metadata: a JSON object with the keys of the API. */
  Fetched<FetchedMetadata> fetchMetadata(VideoId videoId) throws InterruptedException;
}

package dev.vidwiz.application.fetch;

import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.domain.json.JsonText;
import dev.vidwiz.domain.video.VideoId;

/** The place where videos come from. Thread-safe; failures are results, not exceptions. */
public interface VideoSource {

  /** Fetches the transcript, an array of {@code {text, offset, duration}} with times in seconds. */
  Fetched<JsonText> fetchTranscript(VideoId videoId) throws InterruptedException;

  /** Fetches the metadata, an object with the keys that clients read. */
  Fetched<FetchedMetadata> fetchMetadata(VideoId videoId) throws InterruptedException;
}

package dev.vidwiz.youtube;

import dev.vidwiz.application.fetch.Fetched;
import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.domain.video.VideoId;
import java.util.List;

/**
 * Searches the metadata of one video. Values of earlier sources win, and later sources fill the
 * gaps. For one thread.
 */
record MetadataSearch(Fetch fetch, Attempts attempts, MetadataDocument document) {

  MetadataSearch(VideoId videoId, Attempt.Listener listener) {
    this(Fetch.of(videoId), new Attempts(listener), new MetadataDocument());
  }

  /** Tries every source, or only those that can give missing keys. */
  Fetched<FetchedMetadata> search(List<MetadataSource> sources, boolean tryAll)
      throws InterruptedException {
    for (MetadataSource source : sources) {
      if (tryAll || !isPointless(source)) {
        trySource(source);
      }
    }
    return document.isEmpty()
        ? attempts.result()
        : new Fetched.Found<>(document.fetched(fetch.videoId()));
  }

  private boolean isPointless(MetadataSource source) {
    return !document.lacksAnyOf(source.info().keys())
        || (document.isEmpty() && attempts.areSettled());
  }

  private void trySource(MetadataSource source) throws InterruptedException {
    MetadataDocument answer =
        attempts.make(
            source.info(),
            source.info().request(),
            () -> metadata(source),
            MetadataDocument::describe);
    if (answer != null) {
      document.fillFrom(answer);
    }
  }

  private MetadataDocument metadata(MetadataSource source) throws Refusal, InterruptedException {
    MetadataDocument answer = source.metadata(fetch);
    if (answer.isEmpty()) {
      throw Refusal.withheld("an answer without details of the video");
    }
    return answer;
  }
}

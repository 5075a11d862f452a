package dev.vidwiz.youtube;

import dev.vidwiz.application.fetch.Fetched;
import dev.vidwiz.application.video.FetchedMetadata;
import dev.vidwiz.domain.video.VideoId;
import java.util.List;

/**
 * The search for the metadata of one video: the first source that answers counts, and later ones
 * are asked for what is still missing, if they can know it. For one thread.
 */
final class MetadataSearch {

  private final VideoId videoId;
  private final Attempts attempts;
  private final Deadline deadline = Deadline.ofFetch();
  private final Verdict verdict = new Verdict();
  private final MetadataDocument document = new MetadataDocument();

  MetadataSearch(VideoId videoId, Attempts attempts) {
    this.videoId = videoId;
    this.attempts = attempts;
  }

  /** Asks no more sources than it takes. */
  Fetched<FetchedMetadata> first(List<MetadataSource> sources) throws InterruptedException {
    for (MetadataSource source : sources) {
      boolean pointless = document.isEmpty() && verdict.isSettled();
      if (!pointless && document.lacksAnyOf(source.keys())) {
        ask(source);
      }
    }
    return result();
  }

  /** Asks every source. */
  Fetched<FetchedMetadata> best(List<MetadataSource> sources) throws InterruptedException {
    for (MetadataSource source : sources) {
      ask(source);
    }
    return result();
  }

  private Fetched<FetchedMetadata> result() {
    return document.isEmpty() ? verdict.result() : new Fetched.Found<>(document.fetched(videoId));
  }

  private void ask(MetadataSource source) throws InterruptedException {
    try {
      document.fillFrom(
          attempts.make(source, source.request(), () -> told(source), MetadataDocument::describe));
    } catch (Refusal e) {
      verdict.add(source, e);
    }
  }

  private MetadataDocument told(MetadataSource source) throws Refusal, InterruptedException {
    MetadataDocument told = source.metadata(videoId, deadline);
    if (told.isEmpty()) {
      throw Refusal.withheld("an answer without details of the video");
    }
    return told;
  }
}

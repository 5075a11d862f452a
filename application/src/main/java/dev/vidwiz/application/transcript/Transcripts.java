package dev.vidwiz.application.transcript;

import dev.vidwiz.domain.transcript.Transcript;
import dev.vidwiz.domain.video.VideoId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Parsed transcripts, with an LRU cache bounded by the number of segments. Thread-safe. */
public final class Transcripts {

  private static final int MAX_CACHED_SEGMENTS = 200_000;

  private final TranscriptStore store;
  private final TranscriptReader reader;
  private final Map<VideoId, Transcript> cached = new LinkedHashMap<>(16, 0.75f, true);
  private int cachedSegments;

  /** Reads from the given store. */
  public Transcripts(TranscriptStore store, TranscriptReader reader) {
    this.store = store;
    this.reader = reader;
  }

  /**
   * Returns the transcript of a video.
   *
   * @throws dev.vidwiz.application.failure.InfrastructureException when the store cannot be reached
   */
  public Optional<Transcript> find(VideoId videoId) {
    synchronized (cached) {
      Transcript known = cached.get(videoId);
      if (known != null) {
        return Optional.of(known);
      }
    }
    Optional<Transcript> read = store.find(videoId).map(reader::read);
    read.ifPresent(transcript -> cache(videoId, transcript));
    return read;
  }

  /** Removes a replaced transcript from the cache. */
  public void evict(VideoId videoId) {
    synchronized (cached) {
      Transcript old = cached.remove(videoId);
      cachedSegments -= old == null ? 0 : old.segments().size();
    }
  }

  private void cache(VideoId videoId, Transcript transcript) {
    synchronized (cached) {
      evict(videoId);
      cached.put(videoId, transcript);
      cachedSegments += transcript.segments().size();
      Iterator<Transcript> eldest = cached.values().iterator();
      while (cachedSegments > MAX_CACHED_SEGMENTS && eldest.hasNext()) {
        cachedSegments -= eldest.next().segments().size();
        eldest.remove();
      }
    }
  }
}

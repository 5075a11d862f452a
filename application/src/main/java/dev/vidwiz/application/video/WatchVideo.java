package dev.vidwiz.application.video;

import dev.vidwiz.application.signal.Signal;
import dev.vidwiz.application.signal.Signals;
import dev.vidwiz.domain.video.Video;
import dev.vidwiz.domain.video.VideoId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets watchers follow the readiness of videos. A change is read once per server for all watchers.
 * A waiting watcher holds no connection and no platform thread. Thread-safe.
 */
public final class WatchVideo implements AutoCloseable {

  private static final int VIDEOS_PER_LOOK = 500;

  private final Videos videos;
  private final ConcurrentMap<VideoId, WatchedVideo> watched = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** Subscribes to the signals. */
  public WatchVideo(Videos videos, Signals signals) {
    this.videos = videos;
    signals.subscribe(this::on);
  }

  /** Starts a watch, which the caller closes. Empty when there is no such video. */
  public Optional<VideoWatch> watch(VideoId videoId) {
    VideoWatch watch = join(videoId);
    boolean known = false;
    try {
      known = lookAgain(videoId, watch);
    } finally {
      if (!known) {
        watch.close();
      }
    }
    if (closed) {
      watch.end();
    }
    return known ? Optional.of(watch) : Optional.empty();
  }

  /**
   * Reads every watched video again, in case a signal was lost. To be called every few seconds.
   *
   * @throws dev.vidwiz.application.storage.StorageException when the storage fails
   */
  public void refreshAll() {
    List<VideoId> ids = List.copyOf(watched.keySet());
    for (int from = 0; from < ids.size(); from += VIDEOS_PER_LOOK) {
      videos
          .findAll(ids.subList(from, Math.min(ids.size(), from + VIDEOS_PER_LOOK)))
          .forEach(this::lookAgainIfChanged);
    }
  }

  /** Returns the number of open watches. */
  public int openWatches() {
    return watched.values().stream().mapToInt(WatchedVideo::size).sum();
  }

  /** Ends all watches, also later ones. */
  @Override
  public void close() {
    closed = true;
    watched.values().forEach(WatchedVideo::endAll);
  }

  private VideoWatch join(VideoId videoId) {
    VideoWatch[] joined = new VideoWatch[1];
    watched.compute(
        videoId,
        (id, present) -> {
          WatchedVideo video = present == null ? new WatchedVideo() : present;
          joined[0] = video.join(() -> leave(videoId));
          return video;
        });
    return joined[0];
  }

  private void leave(VideoId videoId) {
    watched.computeIfPresent(videoId, (id, video) -> video.size() == 0 ? null : video);
  }

  private void on(Signal signal) {
    switch (signal) {
      case Signal.VideoChanged(VideoId videoId) -> lookAgain(videoId, null);
      case Signal.Missed() -> refreshAll();
      default -> {}
    }
  }

  private void lookAgainIfChanged(Video seen) {
    WatchedVideo video = watched.get(seen.videoId());
    if (video != null && !video.knows(seen.readiness())) {
      lookAgain(seen.videoId(), null);
    }
  }

  private boolean lookAgain(VideoId videoId, @Nullable VideoWatch newcomer) {
    WatchedVideo video = watched.get(videoId);
    return video != null && video.refresh(() -> videos.find(videoId), newcomer);
  }
}

package dev.vidwiz.application.video;

import dev.vidwiz.domain.video.Readiness;
import dev.vidwiz.domain.video.Video;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One video and its watches. Reading the video and notifying the watches hold one lock, so that no
 * watch gets an older state after a newer one.
 */
final class WatchedVideo {

  private final ReentrantLock reading = new ReentrantLock();
  private final Set<VideoWatch> watches = new LinkedHashSet<>();
  private volatile int size;
  private volatile @Nullable Readiness told;

  VideoWatch join(Runnable afterLeaving) {
    VideoWatch watch = new VideoWatch(this, afterLeaving);
    synchronized (watches) {
      watches.add(watch);
      size = watches.size();
    }
    return watch;
  }

  void leave(VideoWatch watch) {
    synchronized (watches) {
      watches.remove(watch);
      size = watches.size();
    }
  }

  int size() {
    return size;
  }

  boolean knows(Readiness readiness) {
    return readiness.equals(told);
  }

  /**
   * Reads the video, offers it to all watches when its readiness changed, and always to {@code
   * newcomer}. Returns whether the video exists.
   */
  boolean refresh(Supplier<Optional<Video>> read, @Nullable VideoWatch newcomer) {
    reading.lock();
    try {
      Optional<Video> video = read.get();
      video.ifPresent(seen -> tell(seen, newcomer));
      return video.isPresent();
    } finally {
      reading.unlock();
    }
  }

  void endAll() {
    synchronized (watches) {
      watches.forEach(VideoWatch::end);
    }
  }

  private void tell(Video video, @Nullable VideoWatch newcomer) {
    if (!knows(video.readiness())) {
      told = video.readiness();
      synchronized (watches) {
        watches.forEach(watch -> watch.offer(video));
      }
    }
    if (newcomer != null) {
      newcomer.offer(video);
    }
  }
}

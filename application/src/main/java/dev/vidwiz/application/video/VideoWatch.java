package dev.vidwiz.application.video;

import dev.vidwiz.application.concurrent.SharedDeadline;
import dev.vidwiz.domain.video.Readiness;
import dev.vidwiz.domain.video.Video;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A watch of one video. It returns the current state, then each change of the readiness. A slow
 * watcher misses all but the last few changes. To be used by one thread, which closes it.
 */
public final class VideoWatch implements AutoCloseable {

  /** The result of a wait. */
  public sealed interface Next {

    /** The first state, or the next state with another readiness. */
    record Changed(Video video) implements Next {}

    /** Nothing changed within the timeout. */
    record TimedOut() implements Next {}

    /** The server is stopping. */
    record Ended() implements Next {}
  }

  private static final int MAX_KEPT = 8;

  private final WatchedVideo watched;
  private final Runnable afterLeaving;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final ArrayDeque<Video> kept = new ArrayDeque<>(2);
  private @Nullable Readiness latest;
  private boolean ended;

  VideoWatch(WatchedVideo watched, Runnable afterLeaving) {
    this.watched = watched;
    this.afterLeaving = afterLeaving;
  }

  /** Waits for the next state. The first is available at once. */
  public Next next(Duration timeout) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      SharedDeadline deadline = SharedDeadline.in(timeout);
      long left = deadline.nanosLeft();
      while (kept.isEmpty() && !ended && left > 0) {
        left = news.awaitNanos(left);
      }
      Video video = kept.poll();
      if (video != null) {
        return new Next.Changed(video);
      }
      return ended ? new Next.Ended() : new Next.TimedOut();
    } finally {
      lock.unlock();
    }
  }

  /** Stops watching. */
  @Override
  public void close() {
    watched.leave(this);
    afterLeaving.run();
  }

  /** Queues the state, if its readiness differs from the last one. */
  void offer(Video video) {
    lock.lock();
    try {
      if (video.readiness().equals(latest)) {
        return;
      }
      latest = video.readiness();
      if (kept.size() == MAX_KEPT) {
        kept.removeFirst();
      }
      kept.add(video);
      news.signal();
    } finally {
      lock.unlock();
    }
  }

  void end() {
    lock.lock();
    try {
      ended = true;
      news.signal();
    } finally {
      lock.unlock();
    }
  }
}

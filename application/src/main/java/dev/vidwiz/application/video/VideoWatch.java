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
 * One watcher's view of a video: first the state at which it began, then each change. To be used by
 * one thread, which closes it. Only the states that the watcher has not taken yet are kept, and of
 * those the last few.
 */
public final class VideoWatch implements AutoCloseable {

  /** What a wait may bring. */
  public sealed interface Next {

    /** The state at which the watch began, or the next in which the readiness is another. */
    record Changed(Video video) implements Next {}

    /** Nothing happened for as long as the watcher wanted to wait. */
    record TimedOut() implements Next {}

    /** The server is stopping: nothing will come any more. */
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

  /** Waits for the next state; the first is there at once. */
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

  /** Keeps the state for the watcher, if its readiness is new to this watch. */
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

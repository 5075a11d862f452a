package dev.vidwiz.application.worker;

import dev.vidwiz.application.concurrent.SharedDeadline;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Workers that wait for one type of task, in the order in which they came. A call goes to one of
 * them; who leaves without having answered a call passes it on, so that no call is lost.
 */
final class WaitingLine {

  private final LinkedHashSet<Place> uncalled = new LinkedHashSet<>();
  private boolean closed;

  /**
   * Takes the last place. To be done before the first look for a task, so that no call is missed.
   */
  Place join(Duration timeout) {
    Place place = new Place(SharedDeadline.in(timeout));
    synchronized (uncalled) {
      if (closed) {
        place.called.release();
      } else {
        uncalled.add(place);
      }
    }
    return place;
  }

  /** Calls the first {@code count} who have not been called. */
  void call(int count) {
    synchronized (uncalled) {
      for (int i = 0; i < count && !uncalled.isEmpty(); i++) {
        uncalled.removeFirst().called.release();
      }
    }
  }

  int size() {
    synchronized (uncalled) {
      return uncalled.size();
    }
  }

  void close() {
    synchronized (uncalled) {
      closed = true;
      call(uncalled.size());
    }
  }

  /** One worker's place in the line; to be used by one thread. */
  final class Place implements AutoCloseable {

    private final Semaphore called = new Semaphore(0);
    private final SharedDeadline deadline;
    private boolean mustAnswer;

    private Place(SharedDeadline deadline) {
      this.deadline = deadline;
    }

    /** Waits to be called; false when the timeout ended first, or the line was closed. */
    boolean awaitCall() throws InterruptedException {
      mustAnswer = called.tryAcquire(deadline.nanosLeft(), TimeUnit.NANOSECONDS);
      synchronized (uncalled) {
        return mustAnswer && !closed;
      }
    }

    /** Goes to look for a task, and back to the end of the line in case there is none. */
    void answerCall() {
      mustAnswer = false;
      synchronized (uncalled) {
        if (closed) {
          called.release();
        } else {
          uncalled.add(this);
        }
      }
    }

    @Override
    public void close() {
      boolean unanswered;
      synchronized (uncalled) {
        unanswered = mustAnswer || (!uncalled.remove(this) && called.tryAcquire());
      }
      if (unanswered) {
        call(1);
      }
    }
  }
}

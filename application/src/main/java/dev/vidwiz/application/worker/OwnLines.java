package dev.vidwiz.application.worker;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * The lines of users' workers, one for each user whose workers wait for tasks of their own.
 * Thread-safe.
 */
final class OwnLines {

  /** A signal does not say whose task it is; of more users than these none looks at once. */
  private static final int CALLED_AT_ONCE = 16;

  private static final class Line {
    final WaitingLine waiting = new WaitingLine();
    int places;
  }

  private final Map<Long, Line> lines = new TreeMap<>();
  private boolean closed;

  /** Takes the last place in the line of a user; to be left by {@link #leave}. */
  synchronized WaitingLine.Place join(long userId, Duration timeout) {
    Line line = lines.computeIfAbsent(userId, id -> new Line());
    line.places++;
    if (closed) {
      line.waiting.close();
    }
    return line.waiting.join(timeout);
  }

  /** Gives a place up. */
  synchronized void leave(long userId, WaitingLine.Place place) {
    place.close();
    lines.computeIfPresent(userId, (id, line) -> --line.places == 0 ? null : line);
  }

  /** Calls the first of each user, when they are few. */
  synchronized void callIfFew() {
    if (lines.size() <= CALLED_AT_ONCE) {
      call();
    }
  }

  /** Calls the first of each user. */
  synchronized void call() {
    lines.values().forEach(line -> line.waiting.call(1));
  }

  synchronized int size() {
    return lines.values().stream().mapToInt(line -> line.waiting.size()).sum();
  }

  synchronized void close() {
    closed = true;
    lines.values().forEach(line -> line.waiting.close());
  }
}

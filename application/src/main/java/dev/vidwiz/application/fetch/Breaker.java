package dev.vidwiz.application.fetch;

import dev.vidwiz.application.concurrent.SteadyClock;
import dev.vidwiz.application.fetch.FetchState.Kind;
import dev.vidwiz.domain.task.TaskType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps all threads of a worker from asking a source that refuses it. After a refusal the worker
 * rests, longer each time. After a rest, and at the start, it is in doubt: one thread tries while
 * the others wait for what comes of it. Who is given a transcript is given metadata, too, but not
 * the other way round. Thread-safe.
 */
final class Breaker {

  /** Together with the time that a fetch takes, less than a task is lent for. */
  static final Duration TIMEOUT = Duration.ofSeconds(20);

  private static final Duration AFTER_TIMEOUT = Duration.ofSeconds(30);

  /** Operators who retry many tasks at once cause one attempt in so long while the worker rests. */
  private static final Duration BETWEEN_OPERATORS = Duration.ofSeconds(10);

  private final InstantSource clock;
  private final Duration timeout;
  private final Rests rests;
  private final FetchCondition condition;
  private final Runnable recovered;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition settled = lock.newCondition();
  private final Set<TaskType> doubtful = EnumSet.allOf(TaskType.class);
  private Leave.@Nullable Granted probe;
  private @Nullable TaskType refused;
  private Instant operatorsFrom = Instant.MIN;
  private long numbers;

  /** Calls {@code recovered} when the source that refused the worker lets it in again. */
  Breaker(InstantSource clock, RandomGenerator random, Duration timeout, Runnable recovered) {
    this.clock = SteadyClock.of(clock);
    this.timeout = timeout;
    this.rests = new Rests(random);
    this.condition = new FetchCondition(this.clock.instant());
    this.recovered = recovered;
  }

  FetchState state() {
    return condition.state();
  }

  boolean isResting() {
    lock.lock();
    try {
      return rests.isResting(clock.instant());
    } finally {
      lock.unlock();
    }
  }

  /**
   * Asks for leave to fetch one video. Waits while another thread finds out how the source is. What
   * an operator asked for is tried in spite of a rest.
   */
  Leave ask(TaskType type, boolean operatorRetry) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long nanos = timeout.toNanos();
      boolean first = true;
      while (true) {
        Instant now = clock.instant();
        boolean resting = rests.isResting(now);
        if (resting && !(operatorRetry && first && probe == null && breaksThrough(now))) {
          return rests.refusal("the worker rests: ", now);
        }
        if (!resting && !doubtful.contains(type)) {
          return grant(type);
        }
        if (probe == null) {
          probe = grant(type);
          return probe;
        }
        if (nanos <= 0) {
          return new Leave.Refused(
              AFTER_TIMEOUT, "the worker waits for another video to be fetched", null);
        }
        nanos = settled.awaitNanos(nanos);
        first = false;
      }
    } finally {
      lock.unlock();
    }
  }

  /** The source gave what was asked for, or said why it will not or cannot yet. */
  void answered(Leave.Granted leave) {
    settle(leave, null);
  }

  /** The source answered, and gave nothing. */
  void withheld(Leave.Granted leave, String reason) {
    settle(leave, reason);
  }

  /** The source refused the worker; returns what that means for the task. */
  Leave.Refused refused(
      Leave.Granted leave, Kind kind, String reason, @Nullable Duration retryAfter) {
    lock.lock();
    try {
      Instant now = clock.instant();
      end(leave);
      if (rests.covers(kind, now)) {
        rests.prolong(retryAfter, now);
      } else if (isRecent(leave) || rests.isResting(now)) {
        rests.begin(kind, reason, retryAfter, now);
        refused = leave.type();
        doubtful.addAll(EnumSet.allOf(TaskType.class));
      } else {
        return new Leave.Refused(AFTER_TIMEOUT, reason, null);
      }
      condition.resting(rests.kind(), rests.reason(), rests.until(), now);
      return rests.refusal("", now);
    } finally {
      lock.unlock();
    }
  }

  /** It is not known what came of it; does nothing when that was told before. */
  void abandoned(Leave.Granted leave) {
    lock.lock();
    try {
      end(leave);
    } finally {
      lock.unlock();
    }
  }

  private void settle(Leave.Granted leave, @Nullable String withheld) {
    lock.lock();
    try {
      end(leave);
      if (!isRecent(leave)) {
        return;
      }
      doubtful.remove(leave.type());
      if (leave.type() == TaskType.TRANSCRIPT) {
        // Captions are what a source gives last: it gives metadata then, too.
        doubtful.clear();
      }
      if (refused != null && !doubtful.contains(refused)) {
        refused = null;
        rests.end();
        recovered.run();
      }
      if (refused == null) {
        tell(leave.type(), withheld);
      }
    } finally {
      lock.unlock();
    }
  }

  private void tell(TaskType type, @Nullable String withheld) {
    if (withheld == null) {
      condition.working(type, clock.instant());
    } else {
      condition.withheld(type, withheld, clock.instant());
    }
  }

  private boolean breaksThrough(Instant now) {
    boolean may = !now.isBefore(operatorsFrom);
    if (may) {
      operatorsFrom = now.plus(BETWEEN_OPERATORS);
    }
    return may;
  }

  /** What was begun before a rest says nothing about the time after it. */
  private boolean isRecent(Leave.Granted leave) {
    return leave.rests() == rests.number();
  }

  private Leave.Granted grant(TaskType type) {
    return new Leave.Granted(numbers++, type, rests.number());
  }

  private void end(Leave.Granted leave) {
    if (leave.equals(probe)) {
      probe = null;
      settled.signalAll();
    }
  }
}

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
 * A circuit breaker for the threads of a worker. After a refusal by the source the worker rests,
 * longer each time. After a rest, and at the start, the breaker is half-open: one thread probes
 * while the others wait for the result. A source that gives transcripts gives metadata, too, but
 * not the reverse. Thread-safe.
 */
final class Breaker {

  /** The longest wait for a probe. Wait and fetch together must take less than a task's lease. */
  static final Duration TIMEOUT = Duration.ofSeconds(20);

  private static final Duration AFTER_TIMEOUT = Duration.ofSeconds(30);

  /** During a rest, operator retries cause at most one attempt in this time. */
  private static final Duration BETWEEN_OPERATORS = Duration.ofSeconds(10);

  private final InstantSource clock;
  private final Duration timeout;
  private final Rests rests;
  private final FetchCondition condition;
  private final Runnable recovered;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition settled = lock.newCondition();
  private final Set<TaskType> doubtful = EnumSet.allOf(TaskType.class);
  private Permission.@Nullable Granted probe;
  private @Nullable TaskType refused;
  private Instant operatorsFrom = Instant.MIN;
  private long numbers;

  /** Calls {@code recovered} when the source answers again after a refusal. */
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
   * Asks for permission to fetch one video. Waits while another thread probes the source. An
   * operator retry is permitted during a rest.
   */
  Permission ask(TaskType type, boolean operatorRetry) throws InterruptedException {
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
          return new Permission.Denied(
              AFTER_TIMEOUT, "the worker waits for another video to be fetched", null);
        }
        nanos = settled.awaitNanos(nanos);
        first = false;
      }
    } finally {
      lock.unlock();
    }
  }

  /** The source gave what was requested, or the reason why it cannot. */
  void answered(Permission.Granted permission) {
    settle(permission, null);
  }

  /** The source answered but withheld what was requested. */
  void withheld(Permission.Granted permission, String reason) {
    settle(permission, reason);
  }

  /** The source refused the worker. Returns how to postpone the task. */
  Permission.Denied refused(
      Permission.Granted permission, Kind kind, String reason, @Nullable Duration retryAfter) {
    lock.lock();
    try {
      Instant now = clock.instant();
      end(permission);
      if (rests.covers(kind, now)) {
        rests.prolong(retryAfter, now);
      } else if (isRecent(permission) || rests.isResting(now)) {
        rests.begin(kind, reason, retryAfter, now);
        refused = permission.type();
        doubtful.addAll(EnumSet.allOf(TaskType.class));
      } else {
        return new Permission.Denied(AFTER_TIMEOUT, reason, null);
      }
      condition.resting(rests.kind(), rests.reason(), rests.until(), now);
      return rests.refusal("", now);
    } finally {
      lock.unlock();
    }
  }

  /** Ends a permission without a result. Does nothing after another result. */
  void abandoned(Permission.Granted permission) {
    lock.lock();
    try {
      end(permission);
    } finally {
      lock.unlock();
    }
  }

  private void settle(Permission.Granted permission, @Nullable String withheld) {
    lock.lock();
    try {
      end(permission);
      if (!isRecent(permission)) {
        return;
      }
      doubtful.remove(permission.type());
      if (permission.type() == TaskType.TRANSCRIPT) {
        // A source that gives transcripts gives metadata, too.
        doubtful.clear();
      }
      if (refused != null && !doubtful.contains(refused)) {
        refused = null;
        rests.end();
        recovered.run();
      }
      if (refused == null) {
        tell(permission.type(), withheld);
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

  /** A fetch that started before a rest proves nothing about the time after it. */
  private boolean isRecent(Permission.Granted permission) {
    return permission.rests() == rests.number();
  }

  private Permission.Granted grant(TaskType type) {
    return new Permission.Granted(numbers++, type, rests.number());
  }

  private void end(Permission.Granted permission) {
    if (permission.equals(probe)) {
      probe = null;
      settled.signalAll();
    }
  }
}

package dev.vidwiz.bootstrap.metrics;

import dev.vidwiz.application.concurrent.SteadyClock;
import dev.vidwiz.application.storage.Backlog;
import dev.vidwiz.application.storage.StorageMetrics;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Counts pending work in the background, one count at a time. Callers wait a short time, and a
 * count, also that of another server, is reused for a few seconds. Thread-safe.
 */
final class RecentBacklog {

  private static final System.Logger LOG = System.getLogger(RecentBacklog.class.getName());
  private static final Duration TIMEOUT = Duration.ofSeconds(1);

  /** How long a count is reused. */
  private static final Duration FRESH = Duration.ofSeconds(5);

  /** How long a count is returned when the next one is slow. */
  private static final Duration USABLE = Duration.ofMinutes(2);

  private record Count(Instant begun, FutureTask<Backlog> backlog) {}

  private record Result(Instant begun, Backlog backlog) {}

  private final StorageMetrics storage;
  private final InstantSource clock;
  private @Nullable Count last;
  private volatile @Nullable Result lastResult;

  RecentBacklog(StorageMetrics storage, InstantSource clock) {
    this.storage = storage;
    this.clock = SteadyClock.of(clock);
  }

  /** Returns a recent count; empty when the database failed or takes too long. */
  Optional<Backlog> get() {
    try {
      return Optional.of(count().get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.ofNullable(lastResult)
          .filter(before -> clock.instant().isBefore(before.begun().plus(USABLE)))
          .map(Result::backlog);
    } catch (ExecutionException e) {
      LOG.log(Level.DEBUG, "the pending work cannot be counted for the metrics", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private synchronized FutureTask<Backlog> count() {
    Instant now = clock.instant();
    if (last == null || (last.backlog().isDone() && !now.isBefore(last.begun().plus(FRESH)))) {
      last = new Count(now, new FutureTask<>(() -> count(now)));
      Thread.ofVirtual().name("count-backlog").start(last.backlog());
    }
    return last.backlog();
  }

  private Backlog count(Instant begun) {
    try {
      Backlog backlog = storage.backlog(FRESH);
      lastResult = new Result(begun, backlog);
      return backlog;
    } catch (RuntimeException e) {
      lastResult = null;
      throw e;
    }
  }
}

package dev.vidwiz.bootstrap.metrics;

import dev.vidwiz.application.storage.Backlog;
import dev.vidwiz.application.storage.StorageFigures;
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
 * Counts what there is to be done, in the background and one count at a time: whoever asks waits a
 * little, and no count is repeated within a few seconds. Thread-safe.
 */
final class RecentBacklog {

  private static final System.Logger LOG = System.getLogger(RecentBacklog.class.getName());
  private static final Duration RECENT = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private record Count(Instant begun, FutureTask<Backlog> backlog) {}

  private final StorageFigures storage;
  private final InstantSource clock;
  private @Nullable Count last;

  RecentBacklog(StorageFigures storage, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /** Returns what was counted in the last seconds; empty when it is not to be had in time. */
  Optional<Backlog> get() {
    try {
      return Optional.of(count().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(Level.DEBUG, "the metrics lack what is in the database", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private synchronized FutureTask<Backlog> count() {
    Instant now = clock.instant();
    if (last == null || (last.backlog().isDone() && !now.isBefore(last.begun().plus(RECENT)))) {
      last = new Count(now, new FutureTask<>(storage::backlog));
      Thread.ofVirtual().name("count-backlog").start(last.backlog());
    }
    return last.backlog();
  }
}

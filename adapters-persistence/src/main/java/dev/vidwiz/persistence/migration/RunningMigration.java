package dev.vidwiz.persistence.migration;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;

/** The migration that runs now, as far as a listener is told of it. Thread-safe. */
final class RunningMigration implements Callback, AutoCloseable {

  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private record Begun(String name, Supplier<Optional<IndexProgress>> index, long nanos) {

    Duration elapsed() {
      return Duration.ofNanos(System.nanoTime() - nanos);
    }
  }

  private final MigrationListener listener;

  /** Not a virtual thread, because migrations may run before the server sets these up. */
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> Thread.ofPlatform().daemon().name("migrations").unstarted(work));

  private final ScheduledFuture<?> ticks;

  /** By version: one that lost a conflict with its commit is run again. */
  private final Map<String, AppliedMigration> applied =
      Collections.synchronizedMap(new LinkedHashMap<>());

  private volatile @Nullable Begun running;

  RunningMigration(MigrationListener listener) {
    this(listener, INTERVAL);
  }

  RunningMigration(MigrationListener listener, Duration interval) {
    this.listener = listener;
    long millis = interval.toMillis();
    this.ticks = timer.scheduleWithFixedDelay(this::tell, millis, millis, TimeUnit.MILLISECONDS);
  }

  /**
   * Runs {@code work} as a migration.
   *
   * @param index tells how far the index is that it builds; called by another thread, may wait
   */
  void during(String name, Supplier<Optional<IndexProgress>> index, Runnable work) {
    running = new Begun(name, index, System.nanoTime());
    try {
      work.run();
      end();
    } finally {
      stop();
    }
  }

  @Override
  public void handle(Event event, Context context) {
    switch (event) {
      case BEFORE_EACH_MIGRATE ->
          running =
              new Begun(
                  MigrationFiles.name(context.getMigrationInfo()),
                  Optional::empty,
                  System.nanoTime());
      case AFTER_EACH_MIGRATE -> {
        note(String.valueOf(context.getMigrationInfo().getVersion()));
        end();
      }
      default -> stop();
    }
  }

  /** Returns the migrations of the database that have been run, in order. */
  List<AppliedMigration> applied() {
    return List.copyOf(applied.values());
  }

  @Override
  public boolean supports(Event event, Context context) {
    return switch (event) {
      case BEFORE_EACH_MIGRATE, AFTER_EACH_MIGRATE, AFTER_EACH_MIGRATE_ERROR -> true;
      default -> false;
    };
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public String getCallbackName() {
    return "vidwiz";
  }

  @Override
  public void close() {
    stop();
    ticks.cancel(true);
    timer.shutdown();
  }

  private void note(String version) {
    Begun ended = running;
    Duration duration = ended == null ? Duration.ZERO : ended.elapsed();
    applied.put(version, new AppliedMigration(version, duration));
  }

  private synchronized void stop() {
    running = null;
  }

  private synchronized void end() {
    Begun ended = running;
    running = null;
    if (ended != null) {
      listener.ended(ended.name, ended.elapsed());
    }
  }

  /** Tells the listener how far the migration is, if it still runs when that is known. */
  void tell() {
    Begun now = running;
    if (now != null) {
      tell(now, now.index.get());
    }
  }

  private synchronized void tell(Begun asked, Optional<IndexProgress> index) {
    if (asked.equals(running)) {
      listener.runs(asked.name, asked.elapsed(), index);
    }
  }
}
